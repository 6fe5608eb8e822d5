"""The change rule C315: an import no longer takes a value."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer takes {change.key} for {change.path[-3]}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of a mapping."""
    return change.path[0] == "attribute_mappings"


RULE = ChangeRule(
    code="C315",
    slug="value-no-longer-imported",
    verdict=Verdict.BREAKING,
    subject=Subject.VALUE,
    actions=(Action.REMOVED,),
    role="import",
    what="An import no longer takes a value.",
    why="An object with it was imported and is refused now, or the value is not used.",
    hurts="Senders that write the value, which the standard may allow.",
    instead="Map it to one that the product knows.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
