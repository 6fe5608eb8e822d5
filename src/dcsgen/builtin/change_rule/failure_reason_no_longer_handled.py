"""The change rule C268: a user no longer says what it does with a Failure Reason."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer handles the failure reason {change.key}"


RULE = ChangeRule(
    code="C268",
    slug="failure-reason-no-longer-handled",
    verdict=Verdict.BREAKING,
    subject=Subject.FAILURE_REASON,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user no longer says what it does with a Failure Reason.",
    why="What it did on this reason, such as sending the object again, does not happen any more.",
    hurts="Sites whose archive gives the reason: objects may be deleted too early, or never.",
    instead="Say what happens on every other reason.",
    clause="PS3.2 Table N.5-15",
    say=say,
)
