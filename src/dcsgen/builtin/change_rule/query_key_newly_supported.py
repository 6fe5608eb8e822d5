"""The change rule C142: a provider of a query supports one more key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} supports the key {attribute(change)}, too"


RULE = ChangeRule(
    code="C142",
    slug="query-key-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.QUERY_KEY,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider of a query supports one more key.",
    why="Queries without it get the same responses.",
    clause="PS3.4 C.2.2.1.3",
    say=say,
)
