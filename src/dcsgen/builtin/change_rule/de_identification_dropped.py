"""The change rule C495: a profile of de-identification is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.before.profile)} is no longer supported"


RULE = ChangeRule(
    code="C495",
    slug="de-identification-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.DE_IDENTIFICATION,
    actions=(Action.REMOVED,),
    what="A profile of de-identification is no longer supported.",
    why="Objects leave the product with the names in them, or do not leave it at all.",
    hurts="Research and teaching.",
    instead="Keep it, or name the product that does it now.",
    clause="PS3.15 E.2",
    say=say,
)
