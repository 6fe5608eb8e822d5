"""The change rule C515: a parameter has one more value to choose."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the parameter "{change.path[2]}" can be {change.key}, too'


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of a parameter."""
    return change.path[0] == "configuration"


RULE = ChangeRule(
    code="C515",
    slug="parameter-value-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALUE,
    actions=(Action.ADDED,),
    what="A parameter has one more value to choose.",
    why="Whoever does not choose it sees no difference.",
    clause="PS3.2 A.4.4.2",
    say=say,
    when=when,
)
