"""The change rule C150: a user of a query uses one type of matching less for a key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer uses {name(change)} matching for {change.path[3]}"


RULE = ChangeRule(
    code="C150",
    slug="matching-no-longer-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MATCHING,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user of a query uses one type of matching less for a key.",
    why="Less is asked of the provider.",
    clause="PS3.4 C.2.2.2",
    say=say,
)
