"""The change rule C592: a SOP Class of the vendor is new."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the SOP Class of the vendor "{change.after.name}" is new'


RULE = ChangeRule(
    code="C592",
    slug="own-sop-class-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.OWN_SOP_CLASS,
    actions=(Action.ADDED,),
    what="A SOP Class of the vendor is defined that was not defined before.",
    why="What is done with it is told of the services, media and web services, each with its own verdict.",
    clause="PS3.2 A.9.5",
    say=say,
)
