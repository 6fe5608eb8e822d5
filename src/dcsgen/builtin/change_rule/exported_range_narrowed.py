"""The change rule C304: an export writes values in a smaller range."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, ranges, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes {attribute(change)} in a smaller range: {ranges(change)}"


RULE = ChangeRule(
    code="C304",
    slug="exported-range-narrowed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.NARROWED,),
    role="export",
    field="range",
    what="An export writes values in a smaller range.",
    why="Receivers that take more take less.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
