"""The change rule C465: responses carry one more header field by which a kept response is validated."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} returns {change.key}, too"


RULE = ChangeRule(
    code="C465",
    slug="validator-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALIDATOR,
    actions=(Action.ADDED,),
    what="Responses carry one more header field by which a kept response is validated.",
    why="User agents that do not use it see no difference.",
    clause="PS3.18 8.4",
    say=say,
)
