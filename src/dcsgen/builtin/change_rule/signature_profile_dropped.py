"""The change rule C484: objects are no longer signed, or signatures no longer verified, by a profile."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.before.profile)} is no longer supported"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is about digital signatures."""
    return change.path[1] == "digital_signatures"


RULE = ChangeRule(
    code="C484",
    slug="signature-profile-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURITY_USE,
    actions=(Action.REMOVED,),
    what="Objects are no longer signed, or signatures no longer verified, by a profile.",
    why="Whoever checks that objects are genuine finds no signature, or nobody checks it.",
    hurts="Sites that have to prove where objects come from.",
    instead="Keep it until another profile takes its place.",
    clause="PS3.15 C",
    say=say,
    when=when,
)
