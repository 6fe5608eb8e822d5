"""The change rule C144: a user of a query sends one key less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer sends the key {attribute(change)}"


RULE = ChangeRule(
    code="C144",
    slug="query-key-no-longer-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.QUERY_KEY,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user of a query sends one key less.",
    why="Less is asked of the provider.",
    clause="PS3.4 C.2.2.1",
    say=say,
)
