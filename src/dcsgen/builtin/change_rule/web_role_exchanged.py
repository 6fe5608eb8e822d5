"""The change rule C562: a web service is for the other role now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the role of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C562",
    slug="web-role-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_SERVICE,
    actions=(Action.CHANGED,),
    field="role",
    what="A web service is for the other role now.",
    why="Who used it finds no origin server, or who provided for it no user agent.",
    hurts="Every peer of the service.",
    instead="Describe the new role as another web service, and keep the old one.",
    clause="PS3.18 3.1",
    say=say,
)
