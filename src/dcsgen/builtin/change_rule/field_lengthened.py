"""The change rule C166: the field in which an imported value is kept has more room."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} keeps {attribute(change)} in a field with room {from_to(change)} characters"


RULE = ChangeRule(
    code="C166",
    slug="field-lengthened",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.RAISED,),
    role="import",
    field="length",
    what="The field in which an imported value is kept has more room.",
    why="Everything that fitted still fits.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
