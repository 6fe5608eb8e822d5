"""The change rule C202: a parameter can be changed by more people."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'who may change the parameter "{change.key}" goes {from_to(change)}'


RULE = ChangeRule(
    code="C202",
    slug="parameter-more-configurable",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PARAMETER,
    actions=(Action.RAISED,),
    field="configurable",
    what="A parameter can be changed by more people.",
    why="Whoever does not change it sees no difference.",
    clause="PS3.2 N.6",
    say=say,
)
