"""The change rule C213: a user agent no longer makes the requests of a transaction."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer uses {name(change)}"


RULE = ChangeRule(
    code="C213",
    slug="transaction-no-longer-used",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_TRANSACTION,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer makes the requests of a transaction.",
    why="What it did with its servers by this transaction does not happen any more.",
    hurts="Workflows that relied on it.",
    instead="Keep it, or say what takes its place.",
    clause="PS3.18 8.1",
    say=say,
)
