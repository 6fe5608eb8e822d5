"""The change rule C206: there is one more parameter."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the parameter "{change.key}" is new'


RULE = ChangeRule(
    code="C206",
    slug="parameter-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PARAMETER,
    actions=(Action.ADDED,),
    what="There is one more parameter.",
    why="As delivered, the product goes by its default.",
    clause="PS3.2 N.6",
    say=say,
)
