"""The change rule C331: a Module of objects is ignored or not supported any more."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer uses the Module {change.path[3]}: {from_to(change)}"


RULE = ChangeRule(
    code="C331",
    slug="module-no-longer-used",
    verdict=Verdict.BREAKING,
    subject=Subject.MODULE,
    actions=(Action.LOWERED,),
    field="support",
    what="A Module of objects is ignored or not supported any more.",
    why="What its Attributes say does not reach the product, or is not in its objects.",
    hurts="Users who rely on the Attributes, often without noticing that they are missing.",
    instead="Keep the Attributes that peers use.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
