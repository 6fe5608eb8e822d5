"""The change rule C458: requests are checked for one thing less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{transaction(change)} no longer makes the check "{change.key}"'


RULE = ChangeRule(
    code="C458",
    slug="check-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_CHECK,
    actions=(Action.REMOVED,),
    what="Requests are checked for one thing less.",
    why="What passed still does.",
    clause="PS3.2 N.5.3",
    say=say,
)
