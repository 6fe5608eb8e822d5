"""The change rule C281: a provider no longer supports an Attribute of an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer supports {attribute(change)} in {operation(change)}"


RULE = ChangeRule(
    code="C281",
    slug="operation-attribute-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer supports an Attribute of an operation.",
    why="Its value is not kept, not used or not returned any more.",
    hurts="Users that send the Attribute, or ask for it.",
    instead="Support it as long as peers use it.",
    clause="PS3.2 Tables N.5-4 and N.5-5",
    say=say,
)
