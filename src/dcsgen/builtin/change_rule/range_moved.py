"""The change rule C305: the range of an Attribute has moved: it is larger at one end and smaller at the other."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, ranges, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the range of {attribute(change)} in {where(change)} is another one: {ranges(change)}"


RULE = ChangeRule(
    code="C305",
    slug="range-moved",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="range",
    what="The range of an Attribute has moved: it is larger at one end and smaller at the other.",
    why="Values that were good are outside of it now, and others have come in.",
    hurts="Peers with values at the end that is gone.",
    instead="Keep the old range inside the new one.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
