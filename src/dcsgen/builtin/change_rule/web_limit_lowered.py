"""The change rule C449: a limit of a web service is lower."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the limit of {change.path[-2]} in {transaction(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C449",
    slug="web-limit-lowered",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_LIMIT,
    actions=(Action.LOWERED,),
    field="value",
    what="A limit of a web service is lower.",
    why="A request or a response between the two limits was possible and is refused now.",
    hurts="User agents with large requests, or with searches that find much.",
    instead="Keep the limit; where it has to fall, say how to page or to divide requests.",
    clause="PS3.2 N.5.3, PS3.18 8.5",
    say=say,
)
