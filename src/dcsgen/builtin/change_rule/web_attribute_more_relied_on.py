"""The change rule C543: a user agent expects an Attribute in results for which it does not ask, or not by name."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} expects {attribute(change)} more often: {from_to(change)}"


RULE = ChangeRule(
    code="C543",
    slug="web-attribute-more-relied-on",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.RAISED,),
    role="user_agent",
    field="returned_when",
    what="A user agent expects an Attribute in results for which it does not ask, or not by name.",
    why="An origin server returns it only if it is asked, and was good enough before.",
    hurts="Origin servers that return no more than they have to.",
    instead="Ask for it with `includefield`.",
    clause="PS3.18 8.3.4.3",
    say=say,
)
