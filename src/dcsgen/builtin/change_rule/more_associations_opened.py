"""The change rule C133: an Application Entity opens more Associations at a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} opens more Associations at a time: {from_to(change)}"


RULE = ChangeRule(
    code="C133",
    slug="more-associations-opened",
    verdict=Verdict.BREAKING,
    subject=Subject.ASSOCIATION_LIMIT,
    actions=(Action.RAISED,),
    role="initiator",
    field="max_associations",
    what="An Application Entity opens more Associations at a time.",
    why="A peer that accepts as many as before rejects the others.",
    hurts="Peers with a limit below the new number.",
    instead="Make the number configurable, with the old one as its default.",
    clause="PS3.2 A.4.2.x.2.2",
    say=say,
)
