"""The change rule C565: the range of a parameter has moved: it is larger at one end and smaller at the other."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import ranges
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the range of the parameter "{change.path[2]}" is another one: {ranges(change)}'


RULE = ChangeRule(
    code="C565",
    slug="parameter-range-moved",
    verdict=Verdict.BREAKING,
    subject=Subject.PARAMETER,
    actions=(Action.CHANGED,),
    field="range",
    what="The range of a parameter has moved: it is larger at one end and smaller at the other.",
    why="A site with a value at the end that is gone gets another one after an update.",
    hurts="Sites that needed the value.",
    instead="Keep the old range inside the new one.",
    clause="PS3.2 A.4.4.2",
    say=say,
)
