"""The change rule C568: who opens Associations is written down, or no longer, and stays what it is without."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service, shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    said = "says now" if change.action is Action.STATED else "no longer says"
    stated = change.after if change.after is not None else change.before
    return f"{service(change, sides)} {said} who opens Associations, and it is {shown(stated)} either way"


def when(change: Change, sides: Sides) -> bool:
    """Whether both sides mean the same."""
    before, after = sides.before(change), sides.after(change)
    return before is not None and after is not None and before.opened_by is after.opened_by


RULE = ChangeRule(
    code="C568",
    slug="initiator-written-out",
    verdict=Verdict.EDITORIAL,
    subject=Subject.SERVICE,
    actions=(Action.STATED, Action.UNSTATED),
    field="initiator",
    what="Who opens Associations is written down, or no longer, and is what holds if nothing is written.",
    why="Without a word, an SCU opens Associations and an SCP accepts them.",
    clause="PS3.8 7.1",
    say=say,
    when=when,
)
