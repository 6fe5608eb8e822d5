"""The change rule C547: a user agent searches by one more Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} searches by {attribute(change)}, too"


RULE = ChangeRule(
    code="C547",
    slug="web-matching-newly-used",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.RAISED,),
    role="user_agent",
    field="matching",
    what="A user agent searches by one more Attribute.",
    why="An origin server that does not match it finds too much, or refuses the search; its own statement tells.",
    hurts="Users who get too many results.",
    instead="Filter the results on the side of the product.",
    clause="PS3.18 8.3.4.1",
    say=say,
)
