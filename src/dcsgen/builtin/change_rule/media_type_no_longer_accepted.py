"""The change rule C440: an origin server no longer takes a media type in requests."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer takes {change.key} in requests"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of requests."""
    return "request_media_types" in change.path


RULE = ChangeRule(
    code="C440",
    slug="media-type-no-longer-accepted",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer takes a media type in requests.",
    why="A request with such a payload is refused: unsupported media type.",
    hurts="User agents that send no other.",
    instead="Take it as long as peers send it.",
    clause="PS3.18 8.7, PS3.18 8.5",
    say=say,
    when=when,
)
