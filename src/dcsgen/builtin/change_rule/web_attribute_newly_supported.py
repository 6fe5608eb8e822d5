"""The change rule C433: an origin server supports one more Attribute in searches."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} supports the Attribute {attribute(change)}, too"


RULE = ChangeRule(
    code="C433",
    slug="web-attribute-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server supports one more Attribute in searches.",
    why="Requests without it are answered as before.",
    clause="PS3.18 8.3.4",
    say=say,
)
