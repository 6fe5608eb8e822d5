"""The change rule C381: a value no longer goes through a service, an object or a field of HL7."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer goes through {change.key}"


RULE = ChangeRule(
    code="C381",
    slug="flow-part-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.FLOW_PART,
    actions=(Action.REMOVED,),
    what="A value no longer goes through a service, an object or a field of HL7.",
    why=(
        "Where the value came from, or went to, it does not any more; what takes its place, the description does not "
        "say."
    ),
    hurts="Interfaces and systems at the end that is gone.",
    instead="Name the new way of the value.",
    clause="PS3.2 A.9.1.3",
    say=say,
)
