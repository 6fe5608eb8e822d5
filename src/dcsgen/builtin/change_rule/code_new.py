"""The change rule C362: a set of codes has one more code."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the code {change.key}, too"


RULE = ChangeRule(
    code="C362",
    slug="code-new",
    verdict=Verdict.RISKY,
    subject=Subject.CODE,
    actions=(Action.ADDED,),
    what="A set of codes has one more code.",
    why="A receiver that maps codes to things of its own does not know it; it still has the meaning to show.",
    hurts="Receivers that decide by the code.",
    instead="Tell sites, so that they map it.",
    clause="PS3.2 A.9.3.3",
    say=say,
)
