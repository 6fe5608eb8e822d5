"""The change rule C258: fewer peers can be configured for a service."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} works with fewer peers: {from_to(change)}"


RULE = ChangeRule(
    code="C258",
    slug="fewer-peers",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.LOWERED,),
    field="max_peers",
    what="Fewer peers can be configured for a service.",
    why="A site with more peers than that has to leave some of them out.",
    hurts="Sites with many modalities, printers or archives.",
    instead="Keep the number; a shared entry for several peers helps little, as each has an AE Title of its own.",
    clause="PS3.2 N.6.2",
    say=say,
)
