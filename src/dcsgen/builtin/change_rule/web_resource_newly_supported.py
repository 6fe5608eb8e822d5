"""The change rule C425: an origin server supports one more resource."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} supports the resource {change.key}, too"


RULE = ChangeRule(
    code="C425",
    slug="web-resource-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_RESOURCE,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server supports one more resource.",
    why="Requests without it are answered as before.",
    clause="PS3.18 8.2",
    say=say,
)
