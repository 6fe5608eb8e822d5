"""The change rule C544: a user agent asks for an Attribute that it expected without asking."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} expects {attribute(change)} less often: {from_to(change)}"


RULE = ChangeRule(
    code="C544",
    slug="web-attribute-less-relied-on",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="user_agent",
    field="returned_when",
    what="A user agent asks for an Attribute that it expected without asking.",
    why="Less is expected of the origin server.",
    clause="PS3.18 8.3.4.3",
    say=say,
)
