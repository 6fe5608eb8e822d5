"""The change rule C134: an Application Entity opens fewer Associations at a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} opens fewer Associations at a time: {from_to(change)}"


RULE = ChangeRule(
    code="C134",
    slug="fewer-associations-opened",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION_LIMIT,
    actions=(Action.LOWERED,),
    role="initiator",
    field="max_associations",
    what="An Application Entity opens fewer Associations at a time.",
    why="Every peer that could cope with more can cope with fewer.",
    clause="PS3.2 A.4.2.x.2.2",
    say=say,
)
