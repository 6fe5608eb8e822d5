"""The change rule C482: the product insists on a security profile that it only offered."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} is demanded now"


RULE = ChangeRule(
    code="C482",
    slug="security-profile-now-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURITY_USE,
    actions=(Action.RAISED,),
    field="stance",
    what="The product insists on a security profile that it only offered.",
    why="A peer without it was let in, or its objects were taken, and is refused now.",
    hurts="Peers that do not support the profile.",
    instead="Offer it first, and insist on it when the peers are ready.",
    clause="PS3.2 N.8.4",
    say=say,
)
