"""The change rule C545: an origin server no longer matches an Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer matches {attribute(change)}"


RULE = ChangeRule(
    code="C545",
    slug="web-matching-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="origin_server",
    field="matching",
    what="An origin server no longer matches an Attribute.",
    why="A search by it finds everything, or is refused.",
    hurts="User agents that search by it.",
    instead="Match it as long as peers search by it.",
    clause="PS3.18 8.3.4.1",
    say=say,
)
