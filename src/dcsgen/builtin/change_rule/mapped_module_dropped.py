"""The change rule C321: a mapping no longer has a Module."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer maps the Module {change.key}"


RULE = ChangeRule(
    code="C321",
    slug="mapped-module-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.MAPPED_MODULE,
    actions=(Action.REMOVED,),
    what="A mapping no longer has a Module.",
    why="None of its Attributes reaches the product, or the objects that it writes, any more.",
    hurts="Users who rely on the values in the product, or receivers of its objects.",
    instead="Keep the Attributes that peers use.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
