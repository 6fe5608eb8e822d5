"""The change rule C141: a provider of a query no longer supports a key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer supports the key {attribute(change)}"


RULE = ChangeRule(
    code="C141",
    slug="query-key-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.QUERY_KEY,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider of a query no longer supports a key.",
    why=(
        "An optional key that is not supported is ignored in matching and missing in responses, so a query finds more"
        " than was asked for, and shows less."
    ),
    hurts="Users that search by it, or show its values.",
    instead="Support it as long as peers use it.",
    clause="PS3.4 C.2.2.1.3",
    say=say,
)
