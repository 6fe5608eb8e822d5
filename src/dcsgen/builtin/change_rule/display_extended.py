"""The change rule C296: the value of a key that a query returns is shown to the user more often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} shows {attribute(change)} more: {from_to(change)}"


RULE = ChangeRule(
    code="C296",
    slug="display-extended",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.QUERY_KEY,
    actions=(Action.RAISED,),
    field="display",
    what="The value of a key that a query returns is shown to the user more often.",
    why="Users see more than before.",
    clause="PS3.2 Table N.5-2",
    say=say,
)
