"""The change rule C414: a web service is at another base URI over TLS."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the secured base URI of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C414",
    slug="secured-base-uri-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_SERVICE,
    actions=(Action.CHANGED,),
    field="secured_base_uri",
    what="A web service is at another base URI over TLS.",
    why="All resources hang from it; at the old one nothing is found, and a certificate may be for the old host alone.",
    hurts="Every user agent that is configured with it, and links that are kept elsewhere.",
    instead="Redirect the old base URI to the new one for a time.",
    clause="PS3.18 8.2, PS3.2 Table N.6.3.7-1",
    say=say,
)
