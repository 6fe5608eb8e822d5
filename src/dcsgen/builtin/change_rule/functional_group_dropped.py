"""The change rule C345: created objects no longer have a Functional Group."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the Functional Group {change.key}"


RULE = ChangeRule(
    code="C345",
    slug="functional-group-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.FUNCTIONAL_GROUP,
    actions=(Action.REMOVED,),
    what="Created objects no longer have a Functional Group.",
    why="What it says of the frames is missing in all new objects.",
    hurts="Receivers that use it, for example to place or to scale the frames.",
    instead="Keep it as long as the product has its values.",
    clause="PS3.3 C.7.6.16",
    say=say,
)
