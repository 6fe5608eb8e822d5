"""The change rule C149: a user of a query uses one more type of matching for a key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} uses {name(change)} matching for {change.path[3]}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether a value is matched: universal matching only asks for the value, which C575 says."""
    return change.key != "universal"


RULE = ChangeRule(
    code="C149",
    slug="matching-newly-used",
    verdict=Verdict.BREAKING,
    subject=Subject.MATCHING,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user of a query uses one more type of matching for a key.",
    why="A provider that does not support it answers with an error, with nothing, or with too much.",
    hurts="Providers that support the key with other types of matching alone.",
    instead="Make it a choice of the user, or say in which cases it is used.",
    clause="PS3.4 C.2.2.2",
    say=say,
    when=when,
)
