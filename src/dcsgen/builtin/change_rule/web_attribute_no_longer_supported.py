"""The change rule C432: an origin server no longer supports an Attribute in searches."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer supports the Attribute {attribute(change)}"


RULE = ChangeRule(
    code="C432",
    slug="web-attribute-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer supports an Attribute in searches.",
    why="A search by it finds too much or is refused, and its value is missing in results.",
    hurts="User agents that search by it, or show its values.",
    instead="Support it as long as peers use it.",
    clause="PS3.18 8.3.4",
    say=say,
)
