"""The change rule C480: a way to say who the user of an Association is, is supported, and peers may do without it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is supported"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is about the identity of users, which peers need not give."""
    return change.path[1] == "user_identity" and change.after.stance != "demands"


RULE = ChangeRule(
    code="C480",
    slug="user-identity-offered",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURITY_USE,
    actions=(Action.ADDED,),
    what="A way to say who the user of an Association is, is supported, and peers may do without it.",
    why="Peers that propose no identity are let in as before.",
    clause="PS3.7 D.3.3.7, PS3.15 B.4 to B.7",
    say=say,
    when=when,
)
