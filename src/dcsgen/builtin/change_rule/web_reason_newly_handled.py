"""The change rule C557: a user agent says what it does with one more reason, or code of the server's own."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} handles the reason {change.key}, too"


RULE = ChangeRule(
    code="C557",
    slug="web-reason-newly-handled",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_REASON,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent says what it does with one more reason, or code of the server's own.",
    why="More of what origin servers return is understood.",
    clause="PS3.18 I.2.2, PS3.2 N.7.3.3",
    say=say,
)
