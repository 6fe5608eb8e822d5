"""The change rule C571: a SOP Class is gone from a service, and is still in another one of its Application Entity."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, remains, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer has {name(change)}, which another service still has"


def when(change: Change, sides: Sides) -> bool:
    """Whether another service has it in the same roles."""
    return remains(change, sides)


RULE = ChangeRule(
    code="C571",
    slug="sop-class-in-fewer-services",
    verdict=Verdict.RISKY,
    subject=Subject.SOP_CLASS,
    actions=(Action.REMOVED,),
    what=(
        "A SOP Class is gone from a service, and another service of the same Application Entity still has it in the "
        "same role."
    ),
    why=(
        "The SOP Class is still supported. Whether the other service does all that this one did, such as its Transfer "
        "Syntaxes, nobody can tell from here."
    ),
    hurts="Peers that need what only the service that no longer has it did.",
    instead="Say in the service that stays what both did.",
    clause="PS3.2 N.5.2",
    say=say,
    when=when,
)
