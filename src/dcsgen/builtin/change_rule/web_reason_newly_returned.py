"""The change rule C554: an origin server returns a reason or a code of its own that it did not return before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} may return the reason {change.key}, which is new"


RULE = ChangeRule(
    code="C554",
    slug="web-reason-newly-returned",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_REASON,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server returns a reason or a code of its own that it did not return before.",
    why="What a user agent does with it depends on whether it knows the code, or takes every failure alike.",
    hurts="User agents that decide by the code.",
    instead="Return a code that user agents know already, or list it among the changes that they have to look at.",
    clause="PS3.18 I.2.2",
    say=say,
)
