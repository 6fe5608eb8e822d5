"""The change rule C162: an import no longer demands an Attribute, and still uses it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer demands {attribute(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is still used."""
    return bool(change.after == "optional")


RULE = ChangeRule(
    code="C162",
    slug="attribute-no-longer-mandatory",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="import",
    field="use",
    what="An import no longer demands an Attribute, and still uses it.",
    why="Objects with it are imported as before.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
