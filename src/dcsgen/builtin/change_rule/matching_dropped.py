"""The change rule C147: a provider no longer supports a type of matching for a key."""

from __future__ import annotations

from dcsgen.base.text import in_words
from dcsgen.builtin.change_rule._words import name, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer supports {in_words(name(change))} matching for {change.path[3]}"


RULE = ChangeRule(
    code="C147",
    slug="matching-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.MATCHING,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer supports a type of matching for a key.",
    why="A query that uses it is answered otherwise: with an error, with nothing, or with too much.",
    hurts="Users that search in this way.",
    instead="Support it as long as peers use it.",
    clause="PS3.4 C.2.2.2",
    say=say,
)
