"""The change rule C428: an origin server no longer supports a query parameter."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer supports the parameter {change.key}"


RULE = ChangeRule(
    code="C428",
    slug="web-parameter-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PARAMETER,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer supports a query parameter.",
    why=(
        "An origin server ignores a parameter that it does not support: more comes back than was asked for, or in "
        "another order."
    ),
    hurts="User agents that page, sort or filter by it.",
    instead="Support it as long as peers use it.",
    clause="PS3.18 8.3",
    say=say,
)
