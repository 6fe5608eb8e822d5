"""The change rule C145: a provider no longer returns the value of a key."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer returns {attribute(change)}"


RULE = ChangeRule(
    code="C145",
    slug="return-key-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.QUERY_KEY,
    actions=(Action.LOWERED,),
    role="SCP",
    field="returned",
    what="A provider no longer returns the value of a key.",
    why="A user that needs the value gets a response without it.",
    hurts="Users that show the value or go on with it, such as modalities that take it over.",
    instead="Return it as long as peers ask for it.",
    clause="PS3.4 C.2.2.1.3",
    say=say,
)
