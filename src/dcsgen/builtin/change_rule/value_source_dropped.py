"""The change rule C343: a value no longer comes from one of its sources."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.path[-3]} in {where(change)} no longer comes from {change.key}"


RULE = ChangeRule(
    code="C343",
    slug="value-source-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.VALUE_SOURCE,
    actions=(Action.REMOVED,),
    what="A value no longer comes from one of its sources.",
    why=(
        "It is there as before, but made or entered by somebody else; whether it agrees with the peer's own value, "
        "nobody can tell."
    ),
    hurts="Systems that expect the value of the worklist, or of another object, to come back.",
    instead="Keep the source for values that identify a patient, an order or a study.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
