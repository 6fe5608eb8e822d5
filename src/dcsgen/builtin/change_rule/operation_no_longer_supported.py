"""The change rule C271: a provider no longer supports an operation or a notification."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service, shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} no longer supports {shown(change.before.operation)} "{change.key}"'


RULE = ChangeRule(
    code="C271",
    slug="operation-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.OPERATION,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer supports an operation or a notification.",
    why="A user that invokes it gets the status unrecognized operation, and what it wanted to tell or ask is lost.",
    hurts="Users that invoke the operation.",
    instead="Keep it as long as peers invoke it.",
    clause="PS3.7 7.5.2, PS3.7 10.1",
    say=say,
)
