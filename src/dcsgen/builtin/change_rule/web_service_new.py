"""The change rule C412: a web service is new."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the web service "{change.key}" is new'


RULE = ChangeRule(
    code="C412",
    slug="web-service-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_SERVICE,
    actions=(Action.ADDED,),
    what="A web service is new.",
    why="Peers that do not use it see no difference.",
    clause="PS3.18 8.1, PS3.2 N.5.3",
    say=say,
)
