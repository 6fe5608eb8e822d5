"""The change rule C451: a web service has one more limit."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return (
        f"{transaction(change)} has a limit of {change.key}: {shown(change.after.value)} {change.after.unit}".rstrip()
    )


RULE = ChangeRule(
    code="C451",
    slug="web-limit-new",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_LIMIT,
    actions=(Action.ADDED,),
    what="A web service has one more limit.",
    why="What is beyond it was possible and is refused now.",
    hurts="User agents with requests beyond the limit.",
    instead="Say how to page or to divide requests.",
    clause="PS3.2 N.5.3, PS3.18 8.5",
    say=say,
)
