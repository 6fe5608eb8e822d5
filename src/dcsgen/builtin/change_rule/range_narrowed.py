"""The change rule C301: an import takes a smaller range of values."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, ranges, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} takes {attribute(change)} in a smaller range: {ranges(change)}"


RULE = ChangeRule(
    code="C301",
    slug="range-narrowed",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.NARROWED,),
    role="import",
    field="range",
    what="An import takes a smaller range of values.",
    why="A value outside the range was imported and is refused now, or not used.",
    hurts="Senders with values at the ends of the old range.",
    instead="Warn about such values before they are refused.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
