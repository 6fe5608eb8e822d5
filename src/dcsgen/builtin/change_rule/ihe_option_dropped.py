"""The change rule C530: an option of an IHE actor is no longer claimed."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the option {change.key} of {change.path[3]} in {where(change)} is no longer claimed"


RULE = ChangeRule(
    code="C530",
    slug="ihe-option-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.IHE_OPTION,
    actions=(Action.REMOVED,),
    what="An option of an IHE actor is no longer claimed.",
    why="Partners that rely on the option have to do without it.",
    hurts="Sites whose workflow uses the option.",
    instead="Keep it, or say what takes its place.",
    clause="PS3.2 A.1",
    say=say,
)
