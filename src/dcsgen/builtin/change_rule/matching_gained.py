"""The change rule C148: a provider supports one more type of matching for a key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} supports {name(change)} matching for {change.path[3]}, too"


RULE = ChangeRule(
    code="C148",
    slug="matching-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MATCHING,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider supports one more type of matching for a key.",
    why="Queries that do not use it get the same responses.",
    clause="PS3.4 C.2.2.2",
    say=say,
)
