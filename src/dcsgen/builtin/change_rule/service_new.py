"""The change rule C119: a service is new."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} is new"


RULE = ChangeRule(
    code="C119",
    slug="service-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.ADDED,),
    what="A service is new.",
    why="Peers that do not use it see no difference.",
    clause="PS3.2 N.5.2",
    say=say,
)
