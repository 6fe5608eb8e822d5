"""The change rule C542: an origin server returns an Attribute though a search does not ask for it, or not by name."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} returns {attribute(change)} more often: {from_to(change)}"


RULE = ChangeRule(
    code="C542",
    slug="web-attribute-more-returned",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.RAISED,),
    role="origin_server",
    field="returned_when",
    what="An origin server returns an Attribute though a search does not ask for it, or not by name.",
    why="Who does not use the value passes over it.",
    clause="PS3.18 8.3.4.3",
    say=say,
)
