"""The change rule C446: a transaction no longer requires a query parameter."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer requires the parameter {change.path[-2]}"


RULE = ChangeRule(
    code="C446",
    slug="web-parameter-no-longer-required",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_PARAMETER,
    actions=(Action.LOWERED,),
    field="required",
    what="A transaction no longer requires a query parameter.",
    why="Requests with it are answered as before.",
    clause="PS3.18 8.3",
    say=say,
)
