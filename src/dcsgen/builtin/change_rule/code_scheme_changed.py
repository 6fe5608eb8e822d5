"""The change rule C363: a code is of another coding scheme."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the code {change.path[3]} of {where(change)} is of another scheme: {from_to(change)}"


RULE = ChangeRule(
    code="C363",
    slug="code-scheme-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.CODE,
    actions=(Action.CHANGED,),
    field="scheme",
    what="A code is of another coding scheme.",
    why="A code is known by its value and its scheme together; with another scheme it is another code.",
    hurts="Receivers that decide by the code.",
    instead="Keep the old code, and map it to the new one.",
    clause="PS3.3 8.2",
    say=say,
)
