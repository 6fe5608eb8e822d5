"""The change rule C310: existing value otherwise treated."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"what {where(change)} does with an existing value of {attribute(change)} goes {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether no object is refused because of it."""
    return bool(change.after != "compared")


RULE = ChangeRule(
    code="C310",
    slug="existing-value-otherwise-treated",
    verdict=Verdict.RISKY,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="overwrite",
    what=(
        "What an import does with a value that the product already has is another thing: it is replaced, or it is kept."
    ),
    why="After an import the product holds the other of two values; which of them is right, nobody can tell from here.",
    hurts="Users who rely on their corrections, or on the latest value.",
    instead="Say which system is the master of the value.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
