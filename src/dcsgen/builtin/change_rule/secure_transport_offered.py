"""The change rule C182: a Secure Transport Connection Profile is supported, and peers may do without it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is supported"


def when(change: Change, sides: Sides) -> bool:
    """Whether peers may do without it."""
    return bool(change.after.stance != "demands")


RULE = ChangeRule(
    code="C182",
    slug="secure-transport-offered",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.ADDED,),
    what="A Secure Transport Connection Profile is supported, and peers may do without it.",
    why="Peers that connect as before see no difference.",
    clause="PS3.15 B",
    say=say,
    when=when,
)
