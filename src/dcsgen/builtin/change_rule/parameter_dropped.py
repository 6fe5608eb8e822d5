"""The change rule C205: a parameter is not there any more."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the parameter "{change.key}" is gone'


RULE = ChangeRule(
    code="C205",
    slug="parameter-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.PARAMETER,
    actions=(Action.REMOVED,),
    what="A parameter is not there any more.",
    why="A site that has set it gets what the product does without it, which the descriptions do not say.",
    hurts="Sites that have set the parameter.",
    instead="Say what takes its place.",
    clause="PS3.2 N.6",
    say=say,
)
