"""The change rule C131: an Application Entity accepts fewer Associations at a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} accepts fewer Associations at a time: {from_to(change)}"


RULE = ChangeRule(
    code="C131",
    slug="fewer-associations-accepted",
    verdict=Verdict.BREAKING,
    subject=Subject.ASSOCIATION_LIMIT,
    actions=(Action.LOWERED,),
    role="acceptor",
    field="max_associations",
    what="An Application Entity accepts fewer Associations at a time.",
    why="Associations beyond the limit are rejected, and the requesters have to wait and try again.",
    hurts="Sites where as many peers as before connect at once.",
    instead="Keep the limit, or tell sites how many peers may connect.",
    clause="PS3.2 A.4.2.x.2.2",
    say=say,
)
