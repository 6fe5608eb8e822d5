"""The change rule C504: one more profile of address, time or configuration management is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is supported"


RULE = ChangeRule(
    code="C504",
    slug="system-management-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SYSTEM_MANAGEMENT,
    actions=(Action.ADDED,),
    what="One more profile of address, time or configuration management is supported.",
    why="Sites that do not use it see no difference.",
    clause="PS3.15 Annexes F to H",
    say=say,
)
