"""The change rule C327: one more value of a peer is translated."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} translates {change.key}, too"


RULE = ChangeRule(
    code="C327",
    slug="translation-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TRANSLATION,
    actions=(Action.ADDED,),
    what="One more value of a peer is translated.",
    why="The others are translated as before.",
    clause="IEC TR 62266 Annex D",
    say=say,
)
