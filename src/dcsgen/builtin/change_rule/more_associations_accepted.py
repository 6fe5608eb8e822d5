"""The change rule C132: an Application Entity accepts more Associations at a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} accepts more Associations at a time: {from_to(change)}"


RULE = ChangeRule(
    code="C132",
    slug="more-associations-accepted",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION_LIMIT,
    actions=(Action.RAISED,),
    role="acceptor",
    field="max_associations",
    what="An Application Entity accepts more Associations at a time.",
    why="Fewer requesters have to wait.",
    clause="PS3.2 A.4.2.x.2.2",
    say=say,
)
