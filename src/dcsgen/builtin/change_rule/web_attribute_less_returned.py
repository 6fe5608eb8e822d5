"""The change rule C541: an origin server returns an Attribute only if a search asks for it, by name, or matches it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} returns {attribute(change)} less often: {from_to(change)}"


RULE = ChangeRule(
    code="C541",
    slug="web-attribute-less-returned",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="origin_server",
    field="returned_when",
    what="An origin server returns an Attribute only if a search asks for it, by name, or matches it.",
    why="A search that never had to ask gets results without the value.",
    hurts="User agents that show the value or go on with it, and do not ask for it.",
    instead="Return what the standard requires always, and the rest as long as peers rely on it.",
    clause="PS3.18 8.3.4.3",
    say=say,
)
