"""The change rule C276: an operation no longer requires an Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer requires {attribute(change)} in {operation(change)}"


RULE = ChangeRule(
    code="C276",
    slug="operation-attribute-no-longer-required",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.LOWERED,),
    field="required",
    what="An operation no longer requires an Attribute.",
    why="Requests with it are answered as before.",
    clause="PS3.2 Table N.5-5",
    say=say,
)
