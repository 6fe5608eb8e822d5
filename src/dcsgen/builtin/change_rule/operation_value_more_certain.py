"""The change rule C278: an Attribute of an operation is empty or missing less often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} sends {attribute(change)} more surely in {operation(change)}: {from_to(change)}"


RULE = ChangeRule(
    code="C278",
    slug="operation-value-more-certain",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.NARROWED,),
    field="presence",
    what="An Attribute of an operation is empty or missing less often.",
    why="Who can do without the value can do with it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
