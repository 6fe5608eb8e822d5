"""The change rule C500: requests over HTTP say in another way who sends them."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} is by another scheme: {from_to(change)}"


RULE = ChangeRule(
    code="C500",
    slug="web-access-scheme-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ACCESS,
    actions=(Action.CHANGED,),
    field="scheme",
    what="Requests over HTTP say in another way who sends them.",
    why="The old credentials get the status 401.",
    hurts="Every user agent.",
    instead="Take both for a time.",
    clause="PS3.2 N.8.6, PS3.18 8.5",
    say=say,
)
