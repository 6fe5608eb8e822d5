"""The change rule C450: a limit of a web service is higher."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the limit of {change.path[-2]} in {transaction(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C450",
    slug="web-limit-raised",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_LIMIT,
    actions=(Action.RAISED,),
    field="value",
    what="A limit of a web service is higher.",
    why="What was within it still is.",
    clause="PS3.2 N.5.3",
    say=say,
)
