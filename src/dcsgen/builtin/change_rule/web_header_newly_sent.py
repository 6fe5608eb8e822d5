"""The change rule C560: a user agent sends one more header field."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} sends the header {change.key}, too"


RULE = ChangeRule(
    code="C560",
    slug="web-header-newly-sent",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_HEADER,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent sends one more header field.",
    why=(
        "An origin server that does not know it passes over it; whether the product can do with such an answer, the "
        "description does not say."
    ),
    hurts="Origin servers that do not support it, if the product relies on it.",
    instead="Go on without the effect of the field.",
    clause="PS3.18 8.4",
    say=say,
)
