"""The change rule C158: a user of a query no longer needs the value of a key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer needs the value of {attribute(change)}"


RULE = ChangeRule(
    code="C158",
    slug="return-key-no-longer-needed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.QUERY_KEY,
    actions=(Action.LOWERED,),
    role="SCU",
    field="returned",
    what="A user of a query no longer needs the value of a key.",
    why="Less is asked of the provider.",
    clause="PS3.4 C.2.2.1.3",
    say=say,
)
