"""The change rule C318: an export writes one value less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer writes {change.key} for {change.path[-3]}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of a mapping."""
    return change.path[0] == "attribute_mappings"


RULE = ChangeRule(
    code="C318",
    slug="value-no-longer-exported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALUE,
    actions=(Action.REMOVED,),
    role="export",
    what="An export writes one value less.",
    why="Receivers that take it do not have to.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
