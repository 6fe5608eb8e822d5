"""The change rule C415: a web service handles fewer requests at a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} handles fewer requests at a time: {from_to(change)}"


RULE = ChangeRule(
    code="C415",
    slug="fewer-requests-at-a-time",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_SERVICE,
    actions=(Action.LOWERED,),
    field="max_requests",
    what="A web service handles fewer requests at a time.",
    why="Requests beyond the number wait or are refused as too many.",
    hurts="Sites where as many viewers as before work at once.",
    instead="Keep the number, or say in Retry-After when to try again.",
    clause="PS3.2 A.4.2.2, PS3.18 8.5",
    say=say,
)
