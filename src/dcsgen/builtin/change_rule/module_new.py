"""The change rule C334: an applied IOD has one more Module."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the Module {change.key}, too"


RULE = ChangeRule(
    code="C334",
    slug="module-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MODULE,
    actions=(Action.ADDED,),
    what="An applied IOD has one more Module.",
    why="Receivers that do not use it see no difference.",
    clause="PS3.3 A.1.4",
    say=say,
)
