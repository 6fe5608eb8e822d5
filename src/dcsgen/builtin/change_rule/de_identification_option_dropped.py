"""The change rule C493: an option of de-identification is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{name(change)} is no longer an option of {protection(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is an option of de-identification."""
    return change.path[1] == "de_identification"


RULE = ChangeRule(
    code="C493",
    slug="de-identification-option-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURITY_PROFILE,
    actions=(Action.REMOVED,),
    what="An option of de-identification is no longer supported.",
    why="What it kept is removed now, or what it cleaned is left: the objects are others than a study was promised.",
    hurts="Research and teaching that were set up with the option, and their ethics approval.",
    instead="Keep it until running studies have ended.",
    clause="PS3.15 E.3",
    say=say,
    when=when,
)
