"""The change rule C368: a set of codes has codes of one more scheme."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has codes of {change.key}, too"


RULE = ChangeRule(
    code="C368",
    slug="coding-scheme-new",
    verdict=Verdict.RISKY,
    subject=Subject.CODING_SCHEME,
    actions=(Action.ADDED,),
    what="A set of codes has codes of one more scheme.",
    why="A receiver that decides by codes may not know the scheme.",
    hurts="Receivers that know only the old schemes.",
    instead="Tell sites, so that they map it.",
    clause="PS3.16 Clause 8",
    say=say,
)
