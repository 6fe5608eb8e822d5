"""The change rule C575: a user of a query sends a key without a value, too, to get what the provider has."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} sends {change.path[3]} without a value, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is universal matching."""
    return change.key == "universal"


RULE = ChangeRule(
    code="C575",
    slug="universal-matching-newly-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MATCHING,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user of a query sends a key without a value, too, to get what the provider has.",
    why="All entities match a key without a value, so nothing is asked of the provider but to return the value.",
    hurts="Nobody is hurt.",
    instead="Nothing has to be done.",
    clause="PS3.4 C.2.2.2.3",
    say=say,
    when=when,
)
