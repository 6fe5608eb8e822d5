"""The change rule C116: another Application Entity of the product has the SOP Class now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, of_another_entity, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{name(change)} belongs to {service(change, sides)} now"


def when(change: Change, sides: Sides) -> bool:
    """Whether its Application Entity is another one."""
    return of_another_entity(change, sides)


RULE = ChangeRule(
    code="C116",
    slug="sop-class-at-other-application-entity",
    verdict=Verdict.BREAKING,
    subject=Subject.SOP_CLASS,
    actions=(Action.MOVED,),
    what="Another Application Entity of the product has the SOP Class now.",
    why="An Association is made with an Application Entity, by its AE Title and address.",
    hurts="Peers that are configured for the Application Entity that had it.",
    instead="Keep it at its Application Entity, or say what peers have to configure.",
    clause="PS3.8 9.3.2",
    say=say,
    when=when,
)
