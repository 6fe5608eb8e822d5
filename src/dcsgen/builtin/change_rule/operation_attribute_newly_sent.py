"""The change rule C280: a user has one more Attribute in an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} has {attribute(change)} in {operation(change)}, too"


RULE = ChangeRule(
    code="C280",
    slug="operation-attribute-newly-sent",
    verdict=Verdict.RISKY,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user has one more Attribute in an operation.",
    why=(
        "A provider that does not recognize it answers with a warning, Attribute list error, or with a failure; which, "
        "its own statement may tell."
    ),
    hurts="Users that take the warning for a failure.",
    instead="Treat the warning as success.",
    clause="PS3.7 C.4.2",
    say=say,
)
