"""The change rule C342: one value less may be in created objects."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where, writes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the value {change.key} in {change.path[-3]}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of objects that the product creates."""
    return writes(change)


RULE = ChangeRule(
    code="C342",
    slug="value-no-longer-written",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALUE,
    actions=(Action.REMOVED,),
    what="One value less may be in created objects.",
    why="Receivers that know it do not have to.",
    clause="PS3.2 A.9.1.1",
    say=say,
    when=when,
)
