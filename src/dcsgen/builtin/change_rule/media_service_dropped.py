"""The change rule C391: an Application Entity no longer works with media of an Application Profile."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the media service "{change.key}" is gone'


RULE = ChangeRule(
    code="C391",
    slug="media-service-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.MEDIA_SERVICE,
    actions=(Action.REMOVED,),
    what="An Application Entity no longer works with media of an Application Profile.",
    why="Media of this profile are no longer written, or no longer read.",
    hurts="People who exchange media of this profile with the product.",
    instead="Keep it, or name the profile that takes its place.",
    clause="PS3.11, PS3.2 Table A.5.2-1",
    say=say,
)
