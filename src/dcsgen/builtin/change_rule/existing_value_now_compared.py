"""The change rule C309: existing value now compared."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} compares {attribute(change)} with the value that it has, and refuses another one"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is compared now."""
    return bool(change.after == "compared")


RULE = ChangeRule(
    code="C309",
    slug="existing-value-now-compared",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="overwrite",
    what="An import compares a value with the one that the product has, and refuses the object if they differ.",
    why="An object with another value was imported and is refused now.",
    hurts="Senders whose value is spelt otherwise, and users who have corrected the value in the product.",
    instead="Show the difference and let the user decide.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
