"""The change rule C151: a provider returns a status code that it did not return before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} may return the status {change.key}, which is new"


RULE = ChangeRule(
    code="C151",
    slug="status-newly-returned",
    verdict=Verdict.RISKY,
    subject=Subject.STATUS,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider returns a status code that it did not return before.",
    why="What a user does with it depends on whether it knows the code, or goes by the class alone.",
    hurts="Users that know only the codes of the old statement.",
    instead="Return a code that peers know already, or list it among the changes that they have to look at.",
    clause="PS3.7 Annex C",
    say=say,
)
