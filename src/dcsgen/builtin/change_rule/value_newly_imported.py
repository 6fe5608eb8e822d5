"""The change rule C316: an import takes one more value."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} takes {change.key} for {change.path[-3]}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of a mapping."""
    return change.path[0] == "attribute_mappings"


RULE = ChangeRule(
    code="C316",
    slug="value-newly-imported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALUE,
    actions=(Action.ADDED,),
    role="import",
    what="An import takes one more value.",
    why="The others are imported as before.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
