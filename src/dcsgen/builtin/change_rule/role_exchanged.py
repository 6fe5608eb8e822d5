"""The change rule C123: a service is for the other role now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the role of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C123",
    slug="role-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.CHANGED,),
    field="role",
    what="A service is for the other role now.",
    why="Who used it finds no provider, or who provided for it no user.",
    hurts="Every peer of the service.",
    instead="Describe the new role as another service, and keep the old one.",
    clause="PS3.7 D.3.3.4",
    say=say,
)
