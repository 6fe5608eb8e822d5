"""The change rule C239: an Application Entity has another Implementation Version Name."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Implementation Version Name of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C239",
    slug="implementation-version-changed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.CHANGED,),
    field="implementation_version_name",
    what="An Application Entity has another Implementation Version Name.",
    why="A new version of a product is expected to have one; nothing that is negotiated depends on it.",
    hurts="Nobody is hurt, unless a peer has been taught to treat the old name in its own way.",
    instead="Tell support staff, who look for it in logs.",
    clause="PS3.7 D.3.3.2",
    say=say,
)
