"""The change rule C294: a storage provider has one limit less of what it keeps."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} no longer has the limit "{change.key}"'


RULE = ChangeRule(
    code="C294",
    slug="limit-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.LIMIT,
    actions=(Action.REMOVED,),
    what="A storage provider has one limit less of what it keeps.",
    why="What was within the limit is kept as before.",
    clause="PS3.2 N.5.2.5.2",
    say=say,
)
