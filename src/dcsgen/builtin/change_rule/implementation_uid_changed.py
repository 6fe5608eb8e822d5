"""The change rule C238: an Application Entity has another Implementation Class UID."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Implementation Class UID of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C238",
    slug="implementation-uid-changed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.CHANGED,),
    field="implementation_class_uid",
    what="An Application Entity has another Implementation Class UID.",
    why="It tells people which software a peer runs when there is trouble; nothing that is negotiated depends on it.",
    hurts="Nobody is hurt, unless a peer has been taught to treat the old UID in its own way.",
    instead="Tell support staff, who look for it in logs.",
    clause="PS3.7 D.3.3.2",
    say=say,
)
