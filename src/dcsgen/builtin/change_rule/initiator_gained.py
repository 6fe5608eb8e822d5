"""The change rule C252: either side can open the Association for a service."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who opens the Association for {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C252",
    slug="initiator-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.WIDENED,),
    field="initiator",
    what="Either side can open the Association for a service.",
    why="The way that was there before is still there.",
    clause="PS3.8 7.1",
    say=say,
)
