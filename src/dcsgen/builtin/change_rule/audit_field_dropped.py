"""The change rule C488: a field of an audit message is no longer filled."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the field {change.path[-2]} of the audit message {change.path[-4]} is no longer filled"


RULE = ChangeRule(
    code="C488",
    slug="audit-field-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.AUDIT_FIELD,
    actions=(Action.LOWERED,),
    field="supported",
    what="A field of an audit message is no longer filled.",
    why="Who, where or what is missing in the record of the event.",
    hurts="Security officers who search by the field.",
    instead="Fill it whenever the product knows it.",
    clause="PS3.15 A.5.3, PS3.2 Table N.11-3",
    say=say,
)
