"""The change rule C527: one more IHE profile is claimed."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the IHE profile {change.key} is claimed"


RULE = ChangeRule(
    code="C527",
    slug="ihe-profile-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.IHE_PROFILE,
    actions=(Action.ADDED,),
    what="One more IHE profile is claimed.",
    why="What was claimed still is.",
    clause="PS3.2 A.1",
    say=say,
)
