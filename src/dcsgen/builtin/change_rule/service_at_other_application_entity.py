"""The change rule C120: another Application Entity of the product has the service now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C120",
    slug="service-at-other-application-entity",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.MOVED,),
    field="application_entity",
    what="Another Application Entity of the product has the service now.",
    why="An Association is made with an Application Entity, by its AE Title and address.",
    hurts="Peers that are configured for the Application Entity that had it.",
    instead="Keep it at its Application Entity, or say what peers have to configure.",
    clause="PS3.8 9.3.2",
    say=say,
)
