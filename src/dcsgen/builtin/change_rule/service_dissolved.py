"""The change rule C118: a service is gone, and other services have all its SOP Classes in this role."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import loses_sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the service "{change.key}" is gone, but its SOP Classes belong to others'


def when(change: Change, sides: Sides) -> bool:
    """Whether all its SOP Classes are still there."""
    return not loses_sop_classes(change, sides)


RULE = ChangeRule(
    code="C118",
    slug="service-dissolved",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.REMOVED,),
    what="A service is gone, and other services have all its SOP Classes in this role.",
    why=(
        "How a description is divided into services is up to its author. What the others say differently is told on "
        "its own."
    ),
    clause="PS3.2 N.5.2",
    say=say,
    when=when,
)
