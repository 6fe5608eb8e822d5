"""The change rule C434: a user agent uses one more Attribute in searches."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} uses the Attribute {attribute(change)}, too"


RULE = ChangeRule(
    code="C434",
    slug="web-attribute-newly-used",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent uses one more Attribute in searches.",
    why="An origin server that does not match by it may ignore it: more is found than was asked for.",
    hurts="Origin servers that do not support it.",
    instead="Filter the results on the side of the product.",
    clause="PS3.18 8.3.4",
    say=say,
)
