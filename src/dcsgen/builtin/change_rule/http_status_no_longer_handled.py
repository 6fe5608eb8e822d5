"""The change rule C455: a user agent no longer says what it does with an HTTP status."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer handles the status {change.key}"


RULE = ChangeRule(
    code="C455",
    slug="http-status-no-longer-handled",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_STATUS,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer says what it does with an HTTP status.",
    why="What it did on receiving it, such as trying again, does not happen any more.",
    hurts="Origin servers that return the status, and users who wait.",
    instead="Say what happens on every other status.",
    clause="PS3.18 8.5, PS3.2 N.7.3.3",
    say=say,
)
