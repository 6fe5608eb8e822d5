"""The change rule C441: an origin server takes one more media type in requests."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} takes {change.key} in requests, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of requests."""
    return "request_media_types" in change.path


RULE = ChangeRule(
    code="C441",
    slug="media-type-newly-accepted",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server takes one more media type in requests.",
    why="The others are taken as before.",
    clause="PS3.18 8.7",
    say=say,
    when=when,
)
