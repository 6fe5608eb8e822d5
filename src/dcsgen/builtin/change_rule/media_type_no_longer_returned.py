"""The change rule C436: an origin server no longer returns a media type."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer returns {change.key}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of responses."""
    return "response_media_types" in change.path


RULE = ChangeRule(
    code="C436",
    slug="media-type-no-longer-returned",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer returns a media type.",
    why="A request that accepts only this one is answered with not acceptable.",
    hurts="User agents that accept no other.",
    instead="Return it as long as peers ask for it.",
    clause="PS3.18 8.7, PS3.18 8.5",
    say=say,
    when=when,
)
