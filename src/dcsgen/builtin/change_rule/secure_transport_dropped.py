"""The change rule C181: a Secure Transport Connection Profile is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.before.profile)} is no longer supported"


RULE = ChangeRule(
    code="C181",
    slug="secure-transport-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.REMOVED,),
    what="A Secure Transport Connection Profile is no longer supported.",
    why="A peer that connects only in this way cannot connect any more.",
    hurts="Sites whose policy demands encrypted connections.",
    instead="Keep it until the sites have changed to another one.",
    clause="PS3.15 B",
    say=say,
)
