"""The change rule C282: a provider supports one more Attribute of an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} supports {attribute(change)} in {operation(change)}, too"


RULE = ChangeRule(
    code="C282",
    slug="operation-attribute-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider supports one more Attribute of an operation.",
    why="Users that do not use it see no difference.",
    clause="PS3.2 Tables N.5-4 and N.5-5",
    say=say,
)
