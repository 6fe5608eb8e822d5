"""The change rule C377: a Content Item is empty or missing less often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Content Item {change.path[3]} of {where(change)} is missing less often: {from_to(change)}"


RULE = ChangeRule(
    code="C377",
    slug="content-item-more-certain",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.NARROWED,),
    field="presence",
    what="A Content Item is empty or missing less often.",
    why="Who can do without it can do with it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
