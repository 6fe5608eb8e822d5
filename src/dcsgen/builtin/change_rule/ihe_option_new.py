"""The change rule C531: one more option of an IHE actor is claimed."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the option {change.key} of {change.path[3]} in {where(change)} is claimed"


RULE = ChangeRule(
    code="C531",
    slug="ihe-option-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.IHE_OPTION,
    actions=(Action.ADDED,),
    what="One more option of an IHE actor is claimed.",
    why="What was claimed still is.",
    clause="PS3.2 A.1",
    say=say,
)
