"""The change rule C426: a user agent uses one more resource."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} uses the resource {change.key}, too"


RULE = ChangeRule(
    code="C426",
    slug="web-resource-newly-used",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_RESOURCE,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent uses one more resource.",
    why=(
        "An origin server that does not have the resource answers with not found; whether the product goes on without "
        "it, the description does not say."
    ),
    hurts="Origin servers that do not support it.",
    instead="Say what the product does where the resource is missing.",
    clause="PS3.18 8.2",
    say=say,
)
