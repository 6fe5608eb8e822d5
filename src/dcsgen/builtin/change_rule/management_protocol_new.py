"""The change rule C506: one more protocol of system management is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.key} is supported by {protection(change)}, too"


RULE = ChangeRule(
    code="C506",
    slug="management-protocol-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PROTOCOL,
    actions=(Action.ADDED,),
    what="One more protocol of system management is supported.",
    why="The others are supported as before.",
    clause="PS3.2 Table A.4.3-1",
    say=say,
)
