"""The change rule C308: an import cuts values that do not fit into their field; it rejected them before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} cuts values of {attribute(change)} that are too long"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is truncated now."""
    return bool(change.after == "truncated")


RULE = ChangeRule(
    code="C308",
    slug="too-long-values-now-truncated",
    verdict=Verdict.RISKY,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="too_long",
    what="An import cuts values that do not fit into their field; it rejected them before.",
    why="Objects that were refused come in, with two different values that may look the same when they are cut.",
    hurts="Users who tell things apart by the end of the value.",
    instead="Make more room in the field, and mark values that were cut.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
