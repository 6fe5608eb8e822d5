"""The change rule C212: a web service answers one more transaction."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} answers {name(change)}, too"


RULE = ChangeRule(
    code="C212",
    slug="transaction-newly-provided",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_TRANSACTION,
    actions=(Action.ADDED,),
    role="origin_server",
    what="A web service answers one more transaction.",
    why="User agents that do not use it see no difference.",
    clause="PS3.18 8.1",
    say=say,
)
