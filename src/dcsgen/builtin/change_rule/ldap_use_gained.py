"""The change rule C508: an attribute in a directory is both read and published."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.path[-2]} in the directory is used more: {from_to(change)}"


RULE = ChangeRule(
    code="C508",
    slug="ldap-use-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.LDAP_ATTRIBUTE,
    actions=(Action.WIDENED,),
    field="use",
    what="An attribute in a directory is both read and published.",
    why="The use that was there goes on.",
    clause="PS3.15 H.1",
    say=say,
)
