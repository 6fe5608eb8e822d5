"""The change rule C143: a user of a query sends one more key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} sends the key {attribute(change)}, too"


RULE = ChangeRule(
    code="C143",
    slug="query-key-newly-used",
    verdict=Verdict.RISKY,
    subject=Subject.QUERY_KEY,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user of a query sends one more key.",
    why=(
        "A provider has to support required and unique keys, and may ignore an optional one: then more is found than "
        "was asked for."
    ),
    hurts="Providers that do not support the key, and their users who get too many responses.",
    instead="Say what the product does with responses that do not match.",
    clause="PS3.4 C.2.2.1",
    say=say,
)
