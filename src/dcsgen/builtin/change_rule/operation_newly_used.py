"""The change rule C273: a user invokes one more operation, or receives one more notification."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service, shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} uses {shown(change.after.operation)} "{change.key}", too'


RULE = ChangeRule(
    code="C273",
    slug="operation-newly-used",
    verdict=Verdict.RISKY,
    subject=Subject.OPERATION,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user invokes one more operation, or receives one more notification.",
    why=(
        "A provider has to support the mandatory ones of its SOP Class; whether it has an optional one, only its "
        "statement tells."
    ),
    hurts="Providers that do not support the operation, and their users if nothing works without it.",
    instead="Say what the product does when the operation is refused.",
    clause="PS3.7 7.5.2, PS3.7 10.1",
    say=say,
)
