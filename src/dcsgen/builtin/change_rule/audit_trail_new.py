"""The change rule C492: one more Audit Trail Profile is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is supported"


RULE = ChangeRule(
    code="C492",
    slug="audit-trail-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.AUDIT_TRAIL,
    actions=(Action.ADDED,),
    what="One more Audit Trail Profile is supported.",
    why="Peers other than the repository see no difference.",
    clause="PS3.15 A.5",
    say=say,
)
