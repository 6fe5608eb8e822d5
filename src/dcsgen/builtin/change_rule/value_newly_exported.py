"""The change rule C317: an export writes one more value."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes {change.key} for {change.path[-3]}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of a mapping."""
    return change.path[0] == "attribute_mappings"


RULE = ChangeRule(
    code="C317",
    slug="value-newly-exported",
    verdict=Verdict.BREAKING,
    subject=Subject.VALUE,
    actions=(Action.ADDED,),
    role="export",
    what="An export writes one more value.",
    why="A receiver that was prepared for the others may refuse it, or misread it.",
    hurts="Receivers with a closed list of values.",
    instead="Write it only for receivers that are known to take it.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
