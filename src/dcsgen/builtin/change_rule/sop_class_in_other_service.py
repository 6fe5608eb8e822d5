"""The change rule C115: a SOP Class stands in another service of the same Application Entity."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, of_another_entity, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{name(change)} belongs to {service(change, sides)} now"


def when(change: Change, sides: Sides) -> bool:
    """Whether its Application Entity is the same, by name or by its new name."""
    return not of_another_entity(change, sides)


RULE = ChangeRule(
    code="C115",
    slug="sop-class-in-other-service",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SOP_CLASS,
    actions=(Action.MOVED,),
    what="A SOP Class stands in another service of the same Application Entity.",
    why=(
        "How a description is divided into services is up to its author. What the other service says differently is "
        "told on its own."
    ),
    clause="PS3.2 N.5.2",
    say=say,
    when=when,
)
