"""The change rule C483: the product offers a security profile on which it insisted."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} is no longer demanded"


RULE = ChangeRule(
    code="C483",
    slug="security-profile-no-longer-demanded",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURITY_USE,
    actions=(Action.LOWERED,),
    field="stance",
    what="The product offers a security profile on which it insisted.",
    why="Peers that support it work as before. Whether a site wants others is a question of its security.",
    clause="PS3.2 N.8.4",
    say=say,
)
