"""The change rule C154: a user says what it does with one more status code."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} handles the status {change.key}, too"


RULE = ChangeRule(
    code="C154",
    slug="status-newly-handled",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.STATUS,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user says what it does with one more status code.",
    why="More of what providers return is understood.",
    clause="PS3.7 Annex C",
    say=say,
)
