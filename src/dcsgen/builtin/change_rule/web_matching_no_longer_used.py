"""The change rule C548: a user agent no longer searches by an Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer searches by {attribute(change)}"


RULE = ChangeRule(
    code="C548",
    slug="web-matching-no-longer-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="user_agent",
    field="matching",
    what="A user agent no longer searches by an Attribute.",
    why="Less is asked of the origin server.",
    clause="PS3.18 8.3.4.1",
    say=say,
)
