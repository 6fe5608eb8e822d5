"""The change rule C514: a parameter no longer has a value to choose."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the parameter "{change.path[2]}" can no longer be {change.key}'


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of a parameter."""
    return change.path[0] == "configuration"


RULE = ChangeRule(
    code="C514",
    slug="parameter-value-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.VALUE,
    actions=(Action.REMOVED,),
    what="A parameter no longer has a value to choose.",
    why="A site that has chosen it gets another one after an update.",
    hurts="Sites that chose the value.",
    instead="Say which value takes its place.",
    clause="PS3.2 A.4.4.2",
    say=say,
    when=when,
)
