"""The change rule C566: an Attribute of a payload is empty or missing more often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} sends {attribute(change)} less surely: {from_to(change)}"


RULE = ChangeRule(
    code="C566",
    slug="payload-value-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PAYLOAD_ATTRIBUTE,
    actions=(Action.WIDENED,),
    field="presence",
    what="An Attribute of a payload is empty or missing more often.",
    why="A peer that could rely on a value has to do without it.",
    hurts="Peers that need the value.",
    instead="Send it whenever the product knows it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
