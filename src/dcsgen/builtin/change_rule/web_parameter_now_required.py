"""The change rule C445: a transaction requires a query parameter that could be left out."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} requires the parameter {change.path[-2]}"


RULE = ChangeRule(
    code="C445",
    slug="web-parameter-now-required",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PARAMETER,
    actions=(Action.RAISED,),
    field="required",
    what="A transaction requires a query parameter that could be left out.",
    why="A request without it was answered and is refused now.",
    hurts="User agents that leave it out lawfully.",
    instead="Take a default if it is missing.",
    clause="PS3.18 8.3",
    say=say,
)
