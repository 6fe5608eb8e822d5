"""The change rule C452: a web service has one limit less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer has a limit of {change.key}"


RULE = ChangeRule(
    code="C452",
    slug="web-limit-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_LIMIT,
    actions=(Action.REMOVED,),
    what="A web service has one limit less.",
    why="What was within it still is.",
    clause="PS3.2 N.5.3",
    say=say,
)
