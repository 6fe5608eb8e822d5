"""The change rule C518: the entry of a peer can be changed by fewer people, or by nobody."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who may change the entry of the peer {change.path[2]} goes {from_to(change)}"


RULE = ChangeRule(
    code="C518",
    slug="peer-less-configurable",
    verdict=Verdict.BREAKING,
    subject=Subject.REMOTE_ADDRESS,
    actions=(Action.LOWERED,),
    field="configurable",
    what="The entry of a peer can be changed by fewer people, or by nobody.",
    why="When the peer moves or is replaced, the product goes on calling the old one.",
    hurts="Sites that replace the peer.",
    instead="Keep it configurable.",
    clause="PS3.2 N.6.2",
    say=say,
)
