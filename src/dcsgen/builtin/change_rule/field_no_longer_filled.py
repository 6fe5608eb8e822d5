"""The change rule C313: a value no longer goes into a field of the product's data."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer fills the field {change.key}"


RULE = ChangeRule(
    code="C313",
    slug="field-no-longer-filled",
    verdict=Verdict.RISKY,
    subject=Subject.FIELD,
    actions=(Action.REMOVED,),
    what="A value no longer goes into a field of the product's data.",
    why=(
        "Where the field has another name only, nothing is lost; where it is another field, users look for the value "
        "in vain."
    ),
    hurts="Users, reports and interfaces that read the field.",
    instead="Say in the conversion where the value is now.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
