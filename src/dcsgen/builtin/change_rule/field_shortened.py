"""The change rule C165: the field in which an imported value is kept has less room."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} keeps {attribute(change)} in a field with room {from_to(change)} characters"


RULE = ChangeRule(
    code="C165",
    slug="field-shortened",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="import",
    field="length",
    what="The field in which an imported value is kept has less room.",
    why="Values that fitted are truncated or refused now.",
    hurts="Senders with long values: names, descriptions and identifiers above all.",
    instead="Keep the length; a value may be as long as its VR allows.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
