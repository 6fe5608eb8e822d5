"""The change rule C264: a table of status codes that services share has one more code."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the status {change.key}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is in a table that services share."""
    return change.path[0] == "status_tables"


RULE = ChangeRule(
    code="C264",
    slug="shared-status-new",
    verdict=Verdict.RISKY,
    subject=Subject.STATUS,
    actions=(Action.ADDED,),
    what="A table of status codes that services share has one more code.",
    why="Services that provide may return it now, and users have to know it; services that use only understand more.",
    hurts="Users of the services that refer to the table.",
    instead="List it among the changes that peers have to look at.",
    clause="PS3.7 Annex C",
    say=say,
    when=when,
)
