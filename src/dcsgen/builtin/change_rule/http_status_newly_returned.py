"""The change rule C453: an origin server returns an HTTP status that it did not return before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} may return the status {change.key}, which is new"


RULE = ChangeRule(
    code="C453",
    slug="http-status-newly-returned",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_STATUS,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server returns an HTTP status that it did not return before.",
    why=(
        "A user agent that does not know it has to treat it as the first one of its class; whether it does, its own "
        "statement may tell."
    ),
    hurts="User agents that know only the statuses of the old statement.",
    instead="Return a status that peers know already.",
    clause="PS3.18 8.5",
    say=say,
)
