"""The change rule C266: a provider returns a Failure Reason that it did not return before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} may return the failure reason {change.key}, which is new"


RULE = ChangeRule(
    code="C266",
    slug="failure-reason-newly-returned",
    verdict=Verdict.RISKY,
    subject=Subject.FAILURE_REASON,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider returns a Failure Reason that it did not return before.",
    why="What a user does with it depends on whether it knows the reason, or takes every failure alike.",
    hurts="Users that delete or send again by the reason.",
    instead="Return a reason that users know already, or list it among the changes that they have to look at.",
    clause="PS3.2 Table N.5-16, PS3.3 C.14.1.1",
    say=say,
)
