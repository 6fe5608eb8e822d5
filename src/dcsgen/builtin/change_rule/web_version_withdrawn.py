"""The change rule C419: a version of a web API is withdrawn."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the version {change.path[3]} of {where(change)} is withdrawn"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is withdrawn now."""
    return bool(change.after == "withdrawn")


RULE = ChangeRule(
    code="C419",
    slug="web-version-withdrawn",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_VERSION,
    actions=(Action.CHANGED,),
    field="state",
    what="A version of a web API is withdrawn.",
    why="Requests to it are not answered any more.",
    hurts="User agents that were made for the version.",
    instead="Announce the end by the state deprecated, one product version before.",
    clause="PS3.2 N.6.3",
    say=say,
    when=when,
)
