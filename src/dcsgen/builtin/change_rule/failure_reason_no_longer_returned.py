"""The change rule C267: a provider no longer returns a Failure Reason."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer returns the failure reason {change.key}"


RULE = ChangeRule(
    code="C267",
    slug="failure-reason-no-longer-returned",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FAILURE_REASON,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer returns a Failure Reason.",
    why="Users that know it never have to use it.",
    clause="PS3.2 Table N.5-16, PS3.3 C.14.1.1",
    say=say,
)
