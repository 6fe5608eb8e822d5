"""The change rule C344: a value comes from one more source."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.path[-3]} in {where(change)} comes from {change.key}, too"


RULE = ChangeRule(
    code="C344",
    slug="value-source-new",
    verdict=Verdict.RISKY,
    subject=Subject.VALUE_SOURCE,
    actions=(Action.ADDED,),
    what="A value comes from one more source.",
    why="It may be another value than before; what users enter or programs generate is rarely what a worklist says.",
    hurts="Systems that expect the value of the worklist, or of another object, to come back.",
    instead="Say which source goes first.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
