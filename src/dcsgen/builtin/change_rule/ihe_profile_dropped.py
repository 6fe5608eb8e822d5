"""The change rule C526: an IHE profile is no longer claimed."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the IHE profile {change.key} is no longer claimed"


RULE = ChangeRule(
    code="C526",
    slug="ihe-profile-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.IHE_PROFILE,
    actions=(Action.REMOVED,),
    what="An IHE profile is no longer claimed.",
    why=(
        "Its transactions may still be there one by one; that they work together as the profile says is not claimed "
        "any more."
    ),
    hurts="Sites whose tender or workflow is written in profiles.",
    instead="Say which transactions remain.",
    clause="PS3.2 A.1",
    say=say,
)
