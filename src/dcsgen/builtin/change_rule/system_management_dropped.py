"""The change rule C503: a profile of address, time or configuration management is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.before.profile)} is no longer supported"


RULE = ChangeRule(
    code="C503",
    slug="system-management-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SYSTEM_MANAGEMENT,
    actions=(Action.REMOVED,),
    what="A profile of address, time or configuration management is no longer supported.",
    why="What came from DHCP, NTP or a directory has to be entered by hand, or is wrong after a time.",
    hurts="Sites that manage their devices centrally.",
    instead="Keep it, or say what takes its place.",
    clause="PS3.15 Annexes F to H",
    say=say,
)
