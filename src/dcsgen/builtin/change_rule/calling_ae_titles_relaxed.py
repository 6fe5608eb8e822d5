"""The change rule C224: an Application Entity accepts more AE Titles that may call it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is less strict about calling AE Titles: {from_to(change)}"


RULE = ChangeRule(
    code="C224",
    slug="calling-ae-titles-relaxed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.WIDENED,),
    field="accepted_calling_ae_titles",
    what="An Application Entity accepts more AE Titles that may call it.",
    why="Who was let in still is. Whether a site wants the others is a question of its security.",
    clause="PS3.8 9.3.2",
    say=say,
)
