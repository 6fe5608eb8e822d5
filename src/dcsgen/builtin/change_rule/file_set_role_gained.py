"""The change rule C192: an Application Entity has one role more with File-sets."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is {change.key}, too"


RULE = ChangeRule(
    code="C192",
    slug="file-set-role-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FILE_SET_ROLE,
    actions=(Action.ADDED,),
    what="An Application Entity has one role more with File-sets: it creates, reads or updates them under a profile.",
    why="What it did goes on.",
    clause="PS3.10 8.3, PS3.11",
    say=say,
)
