"""The change rule C439: a user agent accepts one more media type in responses."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} accepts {change.key} in responses, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of responses."""
    return "response_media_types" in change.path


RULE = ChangeRule(
    code="C439",
    slug="media-type-newly-understood",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_MEDIA_TYPE,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent accepts one more media type in responses.",
    why="An origin server that does not have it returns one of the others.",
    clause="PS3.18 8.7",
    say=say,
    when=when,
)
