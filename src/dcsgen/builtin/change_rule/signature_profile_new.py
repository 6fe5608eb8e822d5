"""The change rule C485: objects are signed, or signatures verified, by one more profile."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is supported"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is about digital signatures, which peers need not give."""
    return change.path[1] == "digital_signatures" and change.after.stance != "demands"


RULE = ChangeRule(
    code="C485",
    slug="signature-profile-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURITY_USE,
    actions=(Action.ADDED,),
    what="Objects are signed, or signatures verified, by one more profile.",
    why="Who does not look at signatures sees no difference.",
    clause="PS3.15 C",
    say=say,
    when=when,
)
