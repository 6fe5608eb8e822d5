"""The change rule C222: an Application Entity accepts more AE Titles by which it can be called."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is less strict about called AE Titles: {from_to(change)}"


RULE = ChangeRule(
    code="C222",
    slug="called-ae-titles-relaxed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.WIDENED,),
    field="accepted_called_ae_titles",
    what="An Application Entity accepts more AE Titles by which it can be called.",
    why="Who was let in still is. Whether a site wants the others is a question of its security.",
    clause="PS3.8 9.3.2",
    say=say,
)
