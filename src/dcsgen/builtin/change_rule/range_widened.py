"""The change rule C302: an import takes a larger range of values."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, ranges, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} takes {attribute(change)} in a larger range: {ranges(change)}"


RULE = ChangeRule(
    code="C302",
    slug="range-widened",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.WIDENED,),
    role="import",
    field="range",
    what="An import takes a larger range of values.",
    why="Values in the old range are imported as before.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
