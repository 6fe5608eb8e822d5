"""The change rule C293: a storage provider has one more limit of what it keeps."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service, shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} has the limit "{change.key}": {shown(change.after.limit)}'


RULE = ChangeRule(
    code="C293",
    slug="limit-new",
    verdict=Verdict.BREAKING,
    subject=Subject.LIMIT,
    actions=(Action.ADDED,),
    what="A storage provider has one more limit of what it keeps.",
    why="An object beyond the limit was kept whole and is refused or cut now.",
    hurts="Senders of objects beyond the limit: large ones, deep ones, long texts.",
    instead="Refuse with a status and a comment that name the limit; never cut silently.",
    clause="PS3.2 N.5.2.5.2",
    say=say,
)
