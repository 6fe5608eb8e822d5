"""The change rule C505: a protocol of system management is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.key} is no longer supported by {protection(change)}"


RULE = ChangeRule(
    code="C505",
    slug="management-protocol-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.PROTOCOL,
    actions=(Action.REMOVED,),
    what="A protocol of system management is no longer supported.",
    why="Servers of this protocol have no client in the product any more.",
    hurts="Sites that run only this one.",
    instead="Keep it until the sites have changed to another one.",
    clause="PS3.2 Table A.4.3-1",
    say=say,
)
