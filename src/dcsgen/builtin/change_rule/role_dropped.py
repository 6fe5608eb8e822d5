"""The change rule C121: a service that was for both roles is for one of them alone."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the role of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C121",
    slug="role-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.NARROWED,),
    field="role",
    what="A service that was for both roles is for one of them alone.",
    why="In the role that is gone, Associations are no longer opened or no longer accepted.",
    hurts="Peers that work with the product in the other role.",
    instead="Keep both roles, or announce the end of one.",
    clause="PS3.7 D.3.3.4",
    say=say,
)
