"""The change rule C186: an Attribute is no longer part of an export."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer writes {attribute(change)}"


RULE = ChangeRule(
    code="C186",
    slug="attribute-no-longer-exported",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.REMOVED,),
    role="export",
    what="An Attribute is no longer part of an export.",
    why="The value is missing, or empty, in the objects that the product writes.",
    hurts="Receivers that use the value.",
    instead="Keep writing it, as long as the product has the value.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
