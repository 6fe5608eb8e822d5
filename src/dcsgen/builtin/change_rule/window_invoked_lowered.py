"""The change rule C232: an Application Entity invokes fewer operations at a time on one Association."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} invokes fewer operations at a time on an Association: {from_to(change)}"


RULE = ChangeRule(
    code="C232",
    slug="window-invoked-lowered",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASYNCHRONOUS_WINDOW,
    actions=(Action.LOWERED,),
    field="invoked",
    what="An Application Entity invokes fewer operations at a time on one Association.",
    why="Every peer that can perform more can perform fewer.",
    clause="PS3.7 D.3.3.3",
    say=say,
)
