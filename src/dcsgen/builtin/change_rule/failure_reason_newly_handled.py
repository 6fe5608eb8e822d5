"""The change rule C269: a user says what it does with one more Failure Reason."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} handles the failure reason {change.key}, too"


RULE = ChangeRule(
    code="C269",
    slug="failure-reason-newly-handled",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FAILURE_REASON,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user says what it does with one more Failure Reason.",
    why="More of what providers return is understood.",
    clause="PS3.2 Table N.5-15",
    say=say,
)
