"""The change rule C418: there is one more version of a web API."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the version {change.key}, too"


RULE = ChangeRule(
    code="C418",
    slug="web-version-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_VERSION,
    actions=(Action.ADDED,),
    what="There is one more version of a web API.",
    why="The others are there as before.",
    clause="PS3.2 N.6.3",
    say=say,
)
