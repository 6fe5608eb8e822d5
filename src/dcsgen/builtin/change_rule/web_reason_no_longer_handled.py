"""The change rule C556: a user agent no longer says what it does with a reason, or with a code of the server's own."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer handles the reason {change.key}"


RULE = ChangeRule(
    code="C556",
    slug="web-reason-no-longer-handled",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_REASON,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer says what it does with a reason, or with a code of the server's own.",
    why="What it did on receiving it does not happen any more.",
    hurts="Origin servers that return it, and users who wait.",
    instead="Say what happens on every other code.",
    clause="PS3.18 I.2.2, PS3.2 N.7.3.3",
    say=say,
)
