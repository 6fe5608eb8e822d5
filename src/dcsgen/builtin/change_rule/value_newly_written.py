"""The change rule C341: one more value may be in created objects."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where, writes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} may have the value {change.key} in {change.path[-3]}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of objects that the product creates."""
    return writes(change)


RULE = ChangeRule(
    code="C341",
    slug="value-newly-written",
    verdict=Verdict.BREAKING,
    subject=Subject.VALUE,
    actions=(Action.ADDED,),
    what="One more value may be in created objects.",
    why="A receiver that was prepared for the others may refuse it, or misread it.",
    hurts="Receivers that decide by the value: image types, flavours, states.",
    instead="Use a value of the standard, and announce it.",
    clause="PS3.2 A.9.1.1",
    say=say,
    when=when,
)
