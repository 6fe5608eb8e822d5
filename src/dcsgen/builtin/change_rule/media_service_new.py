"""The change rule C392: an Application Entity works with media of one more Application Profile."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the media service "{change.key}" is new'


RULE = ChangeRule(
    code="C392",
    slug="media-service-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MEDIA_SERVICE,
    actions=(Action.ADDED,),
    what="An Application Entity works with media of one more Application Profile.",
    why="Media of the others are treated as before.",
    clause="PS3.11, PS3.2 Table A.5.2-1",
    say=say,
)
