"""The change rule C372: reports have one more Content Item."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the Content Item {change.key}, too"


RULE = ChangeRule(
    code="C372",
    slug="content-item-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.ADDED,),
    what="Reports have one more Content Item.",
    why="Receivers that do not look for it see no difference.",
    clause="PS3.2 N.10",
    say=say,
)
