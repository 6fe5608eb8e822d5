"""The change rule C253: the other side opens the Association for a service now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who opens the Association for {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C253",
    slug="initiator-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.CHANGED,),
    field="initiator",
    what="The other side opens the Association for a service now.",
    why=(
        "A peer that waited has to call, or one that called has to listen; both need an address that nobody has "
        "configured."
    ),
    hurts="Every peer of the service.",
    instead="Support both ways for a time.",
    clause="PS3.8 7.1",
    say=say,
)
