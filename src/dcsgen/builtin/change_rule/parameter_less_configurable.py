"""The change rule C201: a parameter can be changed by fewer people, or by nobody."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'who may change the parameter "{change.key}" goes {from_to(change)}'


RULE = ChangeRule(
    code="C201",
    slug="parameter-less-configurable",
    verdict=Verdict.BREAKING,
    subject=Subject.PARAMETER,
    actions=(Action.LOWERED,),
    field="configurable",
    what="A parameter can be changed by fewer people, or by nobody.",
    why="A site that needs another value than the default can no longer set it itself.",
    hurts="Sites that have changed the parameter.",
    instead="Keep it configurable, or take over the values that sites have set.",
    clause="PS3.2 N.6",
    say=say,
)
