"""The change rule C430: a user agent uses one more query parameter."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} uses the parameter {change.key}, too"


RULE = ChangeRule(
    code="C430",
    slug="web-parameter-newly-used",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_PARAMETER,
    actions=(Action.ADDED,),
    role="user_agent",
    what="A user agent uses one more query parameter.",
    why=(
        "An origin server that does not support it has to ignore it, and answers as if it were not there; whether it "
        "does support it, its own statement tells."
    ),
    hurts="Origin servers that do not support it.",
    instead="Go on without the effect of the parameter.",
    clause="PS3.18 8.3",
    say=say,
)
