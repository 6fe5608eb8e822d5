"""The change rule C283: a provider no longer accepts a value in an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer accepts {change.key} for {change.path[-3]}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of an operation."""
    return change.path[0] == "services"


RULE = ChangeRule(
    code="C283",
    slug="value-no-longer-accepted",
    verdict=Verdict.BREAKING,
    subject=Subject.VALUE,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer accepts a value in an operation.",
    why=(
        "A request with it is refused, or carried out with another value: a film of another size, a job without colour."
    ),
    hurts="Users that are configured for the value, such as a film size or a priority.",
    instead="Accept it and say what is done in its place.",
    clause="PS3.7 C.4.3, PS3.7 C.5.11",
    say=say,
    when=when,
)
