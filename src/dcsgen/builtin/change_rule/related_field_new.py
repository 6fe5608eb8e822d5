"""The change rule C263: one more field comes with a status."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{name(change)} comes with a status in {where(change)}, too"


RULE = ChangeRule(
    code="C263",
    slug="related-field-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.RELATED_FIELD,
    actions=(Action.ADDED,),
    what="One more field comes with a status.",
    why="Fields that explain a status are optional, and peers that do not know them pass over them.",
    clause="PS3.7 Annex C",
    say=say,
)
