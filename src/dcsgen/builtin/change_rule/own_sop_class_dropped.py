"""The change rule C593: a SOP Class of the vendor is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the SOP Class of the vendor "{change.before.name}" is gone'


RULE = ChangeRule(
    code="C593",
    slug="own-sop-class-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.OWN_SOP_CLASS,
    actions=(Action.REMOVED,),
    what="A SOP Class of the vendor is not defined any more.",
    why="What is done with it is told of the services, media and web services, each with its own verdict.",
    clause="PS3.2 A.9.5",
    say=say,
)
