"""The change rule C442: a user agent sends one more media type."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} sends {change.key}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of requests."""
    return "request_media_types" in change.path


RULE = ChangeRule(
    code="C442",
    slug="media-type-newly-sent",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent sends one more media type.",
    why="An origin server that does not take it refuses the request: unsupported media type.",
    hurts="Origin servers that do not take it.",
    instead="Send another one if it is refused.",
    clause="PS3.18 8.7, PS3.18 8.5",
    say=say,
    when=when,
)
