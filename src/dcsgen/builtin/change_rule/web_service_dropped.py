"""The change rule C411: a web service is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the web service "{change.key}" is gone'


RULE = ChangeRule(
    code="C411",
    slug="web-service-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_SERVICE,
    actions=(Action.REMOVED,),
    what="A web service is gone.",
    why="Its resources are not found any more, or its requests are not made.",
    hurts="Viewers, portals and other peers of the service.",
    instead="Keep it, or announce its end before the version that drops it.",
    clause="PS3.18 8.1, PS3.2 N.5.3",
    say=say,
)
