"""The change rule C420: a version of a web API is announced to end."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the version {change.path[3]} of {where(change)} is deprecated"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is deprecated now."""
    return bool(change.after == "deprecated")


RULE = ChangeRule(
    code="C420",
    slug="web-version-deprecated",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_VERSION,
    actions=(Action.CHANGED,),
    field="state",
    what="A version of a web API is announced to end.",
    why="It works as before; who uses it has time to change.",
    hurts="Nobody is hurt yet.",
    instead="Say in the description when it ends and what takes its place.",
    clause="PS3.2 N.6.3",
    say=say,
    when=when,
)
