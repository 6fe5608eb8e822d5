"""The change rule C284: a provider accepts one more value in an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} accepts {change.key} for {change.path[-3]}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of an operation."""
    return change.path[0] == "services"


RULE = ChangeRule(
    code="C284",
    slug="value-newly-accepted",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALUE,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider accepts one more value in an operation.",
    why="Nobody has to use it.",
    clause="PS3.2 Table N.5-21",
    say=say,
    when=when,
)
