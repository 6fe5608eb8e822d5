"""The change rule C429: an origin server supports one more query parameter."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} supports the parameter {change.key}, too"


RULE = ChangeRule(
    code="C429",
    slug="web-parameter-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_PARAMETER,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server supports one more query parameter.",
    why="Requests without it are answered as before.",
    clause="PS3.18 8.3",
    say=say,
)
