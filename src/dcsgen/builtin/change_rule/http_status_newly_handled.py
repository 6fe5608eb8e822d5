"""The change rule C456: a user agent says what it does with one more HTTP status."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} handles the status {change.key}, too"


RULE = ChangeRule(
    code="C456",
    slug="http-status-newly-handled",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_STATUS,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent says what it does with one more HTTP status.",
    why="More of what origin servers return is understood.",
    clause="PS3.18 8.5, PS3.2 N.7.3.3",
    say=say,
)
