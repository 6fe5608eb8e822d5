"""The change rule C437: an origin server returns one more media type."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} returns {change.key}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of responses."""
    return "response_media_types" in change.path


RULE = ChangeRule(
    code="C437",
    slug="media-type-newly-returned",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server returns one more media type.",
    why="Only who accepts it gets it.",
    clause="PS3.18 8.7",
    say=say,
    when=when,
)
