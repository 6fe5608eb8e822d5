"""The change rule C522: texts are no longer converted from one character set into another."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'texts are no longer converted by "{change.key}"'


RULE = ChangeRule(
    code="C522",
    slug="conversion-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.CONVERSION,
    actions=(Action.REMOVED,),
    what="Texts are no longer converted from one character set into another.",
    why="They leave the product as they came, in a character set that the receiver may not support.",
    hurts="Receivers that support only the character set into which texts were converted.",
    instead="Keep it as long as such receivers are there.",
    clause="PS3.2 Table N.5-165",
    say=say,
)
