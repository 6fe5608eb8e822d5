"""The change rule C314: a value goes into one more field of the product's data."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} fills the field {change.key}, too"


RULE = ChangeRule(
    code="C314",
    slug="field-newly-filled",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FIELD,
    actions=(Action.ADDED,),
    what="A value goes into one more field of the product's data.",
    why="The other fields are filled as before.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
