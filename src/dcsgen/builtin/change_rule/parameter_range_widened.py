"""The change rule C512: a parameter can be set in a larger range."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import ranges
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the parameter "{change.path[2]}" has a larger range: {ranges(change)}'


RULE = ChangeRule(
    code="C512",
    slug="parameter-range-widened",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PARAMETER,
    actions=(Action.WIDENED,),
    field="range",
    what="A parameter can be set in a larger range.",
    why="Values that sites have set are still possible.",
    clause="PS3.2 A.4.4.2",
    say=say,
)
