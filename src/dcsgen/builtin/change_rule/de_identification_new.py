"""The change rule C496: a profile of de-identification is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is supported"


RULE = ChangeRule(
    code="C496",
    slug="de-identification-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.DE_IDENTIFICATION,
    actions=(Action.ADDED,),
    what="A profile of de-identification is supported.",
    why="Objects that are sent without it are as before.",
    clause="PS3.15 E.2",
    say=say,
)
