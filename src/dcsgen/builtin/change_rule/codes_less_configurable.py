"""The change rule C364: the codes of a set can be changed less, or not at all."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} can be changed less: {from_to(change)}"


RULE = ChangeRule(
    code="C364",
    slug="codes-less-configurable",
    verdict=Verdict.BREAKING,
    subject=Subject.CONTEXT_GROUP,
    actions=(Action.LOWERED,),
    field="configurable",
    what="The codes of a set can be changed less, or not at all.",
    why="A site that has entered codes of its own can no longer do so.",
    hurts="Sites with codes of their own.",
    instead="Take over what sites have entered.",
    clause="PS3.2 Table A.9.3-1",
    say=say,
)
