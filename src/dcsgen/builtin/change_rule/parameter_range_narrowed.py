"""The change rule C511: a parameter can be set in a smaller range."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import ranges
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the parameter "{change.path[2]}" has a smaller range: {ranges(change)}'


RULE = ChangeRule(
    code="C511",
    slug="parameter-range-narrowed",
    verdict=Verdict.BREAKING,
    subject=Subject.PARAMETER,
    actions=(Action.NARROWED,),
    field="range",
    what="A parameter can be set in a smaller range.",
    why="A site with a value outside of it gets another one after an update.",
    hurts="Sites that needed the value, such as a long time-out for a slow archive.",
    instead="Take over the values that sites have set.",
    clause="PS3.2 A.4.4.2",
    say=say,
)
