"""The change rule C277: an Attribute of an operation is empty or missing more often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} sends {attribute(change)} less surely in {operation(change)}: {from_to(change)}"


RULE = ChangeRule(
    code="C277",
    slug="operation-value-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.WIDENED,),
    field="presence",
    what="An Attribute of an operation is empty or missing more often.",
    why="A peer that could rely on a value has to do without it.",
    hurts="Peers that find their patient, order or step by the value.",
    instead="Send it whenever the product knows it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
