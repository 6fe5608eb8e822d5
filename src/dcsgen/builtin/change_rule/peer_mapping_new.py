"""The change rule C325: objects of one more peer are mapped in their own way."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} treats objects of {change.key} in their own way"


RULE = ChangeRule(
    code="C325",
    slug="peer-mapping-new",
    verdict=Verdict.RISKY,
    subject=Subject.TARGET,
    actions=(Action.ADDED,),
    what="Objects of one more peer are mapped in their own way.",
    why="Values of this peer that went where all go are found elsewhere now.",
    hurts="The peer that is named, and users who look for its values in the old place.",
    instead="Enter it together with the site.",
    clause="IEC TR 62266 Annex D",
    say=say,
)
