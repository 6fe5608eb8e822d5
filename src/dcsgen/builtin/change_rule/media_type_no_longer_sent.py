"""The change rule C443: a user agent sends one media type less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer sends {change.key}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of requests."""
    return "request_media_types" in change.path


RULE = ChangeRule(
    code="C443",
    slug="media-type-no-longer-sent",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent sends one media type less.",
    why="Less is asked of the origin server.",
    clause="PS3.18 8.7",
    say=say,
    when=when,
)
