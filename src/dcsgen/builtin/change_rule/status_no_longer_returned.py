"""The change rule C152: a provider no longer returns a status code."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer returns the status {change.key}"


RULE = ChangeRule(
    code="C152",
    slug="status-no-longer-returned",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.STATUS,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer returns a status code.",
    why="Users that handle it never have to.",
    clause="PS3.7 Annex C",
    say=say,
)
