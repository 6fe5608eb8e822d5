"""The change rule C211: a web service no longer answers a transaction."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer answers {name(change)}"


RULE = ChangeRule(
    code="C211",
    slug="transaction-no-longer-provided",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_TRANSACTION,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="A web service no longer answers a transaction.",
    why="Requests for it are refused now.",
    hurts="Viewers, portals and other user agents that make these requests.",
    instead="Keep it, or announce its end before the version that drops it.",
    clause="PS3.18 8.1",
    say=say,
)
