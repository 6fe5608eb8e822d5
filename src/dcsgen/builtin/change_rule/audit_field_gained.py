"""The change rule C489: a field of an audit message is filled."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the field {change.path[-2]} of the audit message {change.path[-4]} is filled"


RULE = ChangeRule(
    code="C489",
    slug="audit-field-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.AUDIT_FIELD,
    actions=(Action.RAISED,),
    field="supported",
    what="A field of an audit message is filled.",
    why="Repositories that do not use it see no difference.",
    clause="PS3.15 A.5.3, PS3.2 Table N.11-3",
    say=say,
)
