"""The change rule C413: a web service is at another base URI."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the base URI of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C413",
    slug="base-uri-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_SERVICE,
    actions=(Action.CHANGED,),
    field="base_uri",
    what="A web service is at another base URI.",
    why="All resources hang from it; at the old one nothing is found.",
    hurts="Every user agent that is configured with it, and links that are kept elsewhere.",
    instead="Redirect the old base URI to the new one for a time.",
    clause="PS3.18 8.2, PS3.2 N.6.3",
    say=say,
)
