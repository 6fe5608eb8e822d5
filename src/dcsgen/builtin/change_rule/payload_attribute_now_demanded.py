"""The change rule C462: more is demanded of an Attribute in a payload."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} demands more of {attribute(change)}: {from_to(change)}"


RULE = ChangeRule(
    code="C462",
    slug="payload-attribute-now-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PAYLOAD_ATTRIBUTE,
    actions=(Action.WIDENED,),
    field="demand",
    what="More is demanded of an Attribute in a payload.",
    why="A payload that leaves it out, or empty, was taken and is refused now.",
    hurts="Peers that may lawfully leave it out.",
    instead="Take a default if it is missing, or demand it only where the standard does.",
    clause="PS3.4 5.4, PS3.18 8.6",
    say=say,
)
