"""The change rule C519: the entry of a peer can be changed by more people."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who may change the entry of the peer {change.path[2]} goes {from_to(change)}"


RULE = ChangeRule(
    code="C519",
    slug="peer-more-configurable",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.REMOTE_ADDRESS,
    actions=(Action.RAISED,),
    field="configurable",
    what="The entry of a peer can be changed by more people.",
    why="Whoever does not change it sees no difference.",
    clause="PS3.2 N.6.2",
    say=say,
)
