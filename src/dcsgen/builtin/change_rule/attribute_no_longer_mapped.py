"""The change rule C167: an Attribute is no longer part of an import."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer maps {attribute(change)}"


RULE = ChangeRule(
    code="C167",
    slug="attribute-no-longer-mapped",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.REMOVED,),
    role="import",
    what="An Attribute is no longer part of an import.",
    why="Its value does not reach the product any more.",
    hurts="Users who rely on the value in the product.",
    instead="Keep it, or say where the value comes from now.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
