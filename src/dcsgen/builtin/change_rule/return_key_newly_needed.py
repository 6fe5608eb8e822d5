"""The change rule C157: a user of a query needs the value of one more key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} needs the value of {attribute(change)} now"


RULE = ChangeRule(
    code="C157",
    slug="return-key-newly-needed",
    verdict=Verdict.BREAKING,
    subject=Subject.QUERY_KEY,
    actions=(Action.RAISED,),
    role="SCU",
    field="returned",
    what="A user of a query needs the value of one more key.",
    why="A provider that does not return it was good enough and is not any more.",
    hurts="Providers that do not return the key: an optional key may be left out.",
    instead="Say what the product does without the value.",
    clause="PS3.4 C.2.2.1.3",
    say=say,
)
