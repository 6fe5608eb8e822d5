"""The change rule C274: a user no longer invokes an operation, or no longer receives a notification."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service, shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} no longer uses {shown(change.before.operation)} "{change.key}"'


RULE = ChangeRule(
    code="C274",
    slug="operation-no-longer-used",
    verdict=Verdict.BREAKING,
    subject=Subject.OPERATION,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user no longer invokes an operation, or no longer receives a notification.",
    why="The provider waits for what does not come: a step that is never finished, a job that is never printed.",
    hurts="Workflows that rely on it.",
    instead="Keep it, or say what takes its place.",
    clause="PS3.7 7.5.2",
    say=say,
)
