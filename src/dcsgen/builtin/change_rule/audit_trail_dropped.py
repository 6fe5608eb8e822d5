"""The change rule C491: an Audit Trail Profile is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.before.profile)} is no longer supported"


RULE = ChangeRule(
    code="C491",
    slug="audit-trail-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.AUDIT_TRAIL,
    actions=(Action.REMOVED,),
    what="An Audit Trail Profile is no longer supported.",
    why="Messages are no longer made, or no longer sent in this way.",
    hurts="Repositories that wait for them, and sites that have to keep such a record.",
    instead="Keep it until another profile takes its place.",
    clause="PS3.15 A.5",
    say=say,
)
