"""The change rule C365: the codes of a set can be changed more."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} can be changed more: {from_to(change)}"


RULE = ChangeRule(
    code="C365",
    slug="codes-more-configurable",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CONTEXT_GROUP,
    actions=(Action.RAISED,),
    field="configurable",
    what="The codes of a set can be changed more.",
    why="Whoever does not change them sees no difference.",
    clause="PS3.2 Table A.9.3-1",
    say=say,
)
