"""The change rule C550: an origin server demands an Attribute in requests that it did not speak of before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, is_asked_for, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} demands {attribute(change)}, of which it did not speak before"


def when(change: Change, sides: Sides) -> bool:
    """Whether an origin server demands it."""
    return is_asked_for(change) and change.after.demand in ("value", "attribute")


RULE = ChangeRule(
    code="C550",
    slug="payload-attribute-newly-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PAYLOAD_ATTRIBUTE,
    actions=(Action.ADDED,),
    what="An origin server demands an Attribute in requests that it did not speak of before.",
    why="A request without it was carried out and is refused now.",
    hurts="User agents that may lawfully leave it out.",
    instead="Take a default if it is missing, or demand it only where the standard does.",
    clause="PS3.4 5.4, PS3.18 8.6",
    say=say,
    when=when,
)
