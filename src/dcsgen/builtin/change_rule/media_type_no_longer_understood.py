"""The change rule C438: a user agent no longer accepts a media type in responses."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer accepts {change.key} in responses"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of responses."""
    return "response_media_types" in change.path


RULE = ChangeRule(
    code="C438",
    slug="media-type-no-longer-understood",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer accepts a media type in responses.",
    why="An origin server that returns nothing else has nothing for it.",
    hurts="Origin servers that return only this one.",
    instead="Accept it with a low quality value.",
    clause="PS3.18 8.7",
    say=say,
    when=when,
)
