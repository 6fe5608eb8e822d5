"""The change rule C303: an export writes values in a larger range."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, ranges, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes {attribute(change)} in a larger range: {ranges(change)}"


RULE = ChangeRule(
    code="C303",
    slug="exported-range-widened",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.WIDENED,),
    role="export",
    field="range",
    what="An export writes values in a larger range.",
    why="A receiver that was prepared for the old range gets values that it may refuse.",
    hurts="Receivers with limits of their own, such as treatment machines.",
    instead="Write such values only for receivers that are known to take them.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
