"""The change rule C371: reports no longer have a Content Item."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the Content Item {change.key}"


RULE = ChangeRule(
    code="C371",
    slug="content-item-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.REMOVED,),
    what="Reports no longer have a Content Item.",
    why="What it says is missing in all new reports.",
    hurts="Receivers that take the value into a database, a letter or a registry.",
    instead="Keep it as long as the product has the value.",
    clause="PS3.2 N.10",
    say=say,
)
