"""The change rule C346: created objects have one more Functional Group."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the Functional Group {change.key}, too"


RULE = ChangeRule(
    code="C346",
    slug="functional-group-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FUNCTIONAL_GROUP,
    actions=(Action.ADDED,),
    what="Created objects have one more Functional Group.",
    why="Receivers that do not use it see no difference.",
    clause="PS3.3 C.7.6.16",
    say=say,
)
