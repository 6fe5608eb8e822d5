"""The change rule C272: a provider supports one more operation or notification."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service, shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} supports {shown(change.after.operation)} "{change.key}", too'


RULE = ChangeRule(
    code="C272",
    slug="operation-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.OPERATION,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider supports one more operation or notification.",
    why="Users that do not invoke it see no difference.",
    clause="PS3.7 7.5.2",
    say=say,
)
