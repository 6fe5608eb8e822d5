"""The change rule C259: more peers can be configured for a service."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} works with more peers: {from_to(change)}"


RULE = ChangeRule(
    code="C259",
    slug="more-peers",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.RAISED,),
    field="max_peers",
    what="More peers can be configured for a service.",
    why="Those that are configured stay so.",
    clause="PS3.2 N.6.2",
    say=say,
)
