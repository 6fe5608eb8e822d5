"""The change rule C251: only one of the two sides opens the Association for a service that either could open."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who opens the Association for {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C251",
    slug="initiator-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.NARROWED,),
    field="initiator",
    what="Only one of the two sides opens the Association for a service that either could open.",
    why="The side that is left out waits for an Association, or has its own rejected.",
    hurts=(
        "Peers that work the other way round, such as a manager that reports storage commitment on an Association of "
        "its own."
    ),
    instead="Keep both ways, or say how peers have to be configured.",
    clause="PS3.8 7.1",
    say=say,
)
