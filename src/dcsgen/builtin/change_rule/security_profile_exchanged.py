"""The change rule C478: something is protected by another profile of PS3.15."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} is by another profile: {from_to(change)}"


RULE = ChangeRule(
    code="C478",
    slug="security-profile-exchanged",
    verdict=Verdict.RISKY,
    subject=Subject.SECURITY_PROFILE,
    actions=(Action.CHANGED,),
    field="profile",
    what="Something is protected by another profile of PS3.15.",
    why="Peers that support both profiles, or one that includes the other, see no difference; others do.",
    hurts="Peers that support only the old profile.",
    instead="Support both for a time.",
    clause="PS3.15 6",
    say=say,
)
