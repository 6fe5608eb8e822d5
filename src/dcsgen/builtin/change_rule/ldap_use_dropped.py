"""The change rule C507: an attribute in a directory is only read, or only published, where it was both."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.path[-2]} in the directory is used less: {from_to(change)}"


RULE = ChangeRule(
    code="C507",
    slug="ldap-use-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.LDAP_ATTRIBUTE,
    actions=(Action.NARROWED,),
    field="use",
    what="An attribute in a directory is only read, or only published, where it was both.",
    why="What the product took from there has to be entered by hand, or what others found there goes out of date.",
    hurts="Sites that configure devices by the directory.",
    instead="Keep both uses.",
    clause="PS3.15 H.1",
    say=say,
)
