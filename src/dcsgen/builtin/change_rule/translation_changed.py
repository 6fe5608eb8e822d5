"""The change rule C328: a value of a peer is translated into another one."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} translates {change.key} otherwise: {from_to(change)}"


RULE = ChangeRule(
    code="C328",
    slug="translation-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSLATION,
    actions=(Action.CHANGED,),
    what="A value of a peer is translated into another one.",
    why="The same object gives another value in the product than before.",
    hurts="Users of values of this peer.",
    instead="Keep the meaning; take a new entry for a new one.",
    clause="IEC TR 62266 Annex D",
    say=say,
)
