"""The change rule C153: a user no longer says what it does with a status code."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer handles the status {change.key}"


RULE = ChangeRule(
    code="C153",
    slug="status-no-longer-handled",
    verdict=Verdict.BREAKING,
    subject=Subject.STATUS,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user no longer says what it does with a status code.",
    why="What it did on receiving the code does not happen any more.",
    hurts="Providers that return the code.",
    instead="Say what happens on every other code, with the key `other`.",
    clause="PS3.7 Annex C",
    say=say,
)
