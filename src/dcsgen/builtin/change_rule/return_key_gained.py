"""The change rule C146: a provider returns the value of one more key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} returns {attribute(change)}, too"


RULE = ChangeRule(
    code="C146",
    slug="return-key-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.QUERY_KEY,
    actions=(Action.RAISED,),
    role="SCP",
    field="returned",
    what="A provider returns the value of one more key.",
    why="Only who asks for it gets it.",
    clause="PS3.4 C.2.2.1.3",
    say=say,
)
