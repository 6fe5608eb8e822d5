"""The change rule C214: a user agent makes the requests of one more transaction."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} uses {name(change)}, too"


RULE = ChangeRule(
    code="C214",
    slug="transaction-newly-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_TRANSACTION,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent makes the requests of one more transaction.",
    why="A server that does not have it refuses the requests, and everything else goes on as before.",
    clause="PS3.18 8.1",
    say=say,
)
