"""The change rule C546: an origin server matches one more Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} matches {attribute(change)}, too"


RULE = ChangeRule(
    code="C546",
    slug="web-matching-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.RAISED,),
    role="origin_server",
    field="matching",
    what="An origin server matches one more Attribute.",
    why="Searches without it get the same results.",
    clause="PS3.18 8.3.4.1",
    say=say,
)
