"""The change rule C417: a version of a web API is gone."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the version {change.key}"


RULE = ChangeRule(
    code="C417",
    slug="web-version-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_VERSION,
    actions=(Action.REMOVED,),
    what="A version of a web API is gone.",
    why="It is part of the URI, so every request to it is answered with not found.",
    hurts="User agents that were made for the version.",
    instead="Announce the end by the state deprecated, one product version before.",
    clause="PS3.2 N.6.3",
    say=say,
)
