"""The change rule C332: a Module of objects is used that was ignored or not supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} uses the Module {change.path[3]}: {from_to(change)}"


RULE = ChangeRule(
    code="C332",
    slug="module-now-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MODULE,
    actions=(Action.RAISED,),
    field="support",
    what="A Module of objects is used that was ignored or not supported.",
    why="Objects without it are treated as before.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
