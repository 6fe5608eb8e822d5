"""The change rule C516: address less configurable."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who may change the AE Title and address of {change.path[2]} goes {from_to(change)}"


RULE = ChangeRule(
    code="C516",
    slug="address-less-configurable",
    verdict=Verdict.BREAKING,
    subject=Subject.LOCAL_ADDRESS,
    actions=(Action.LOWERED,),
    field="configurable",
    what="The AE Title and the address of an Application Entity can be changed by fewer people, or by nobody.",
    why="A site that names its systems by rules of its own, or moves them, can no longer do so itself.",
    hurts="Sites with AE Titles or ports of their own.",
    instead="Keep it configurable: two systems must not have the same AE Title in one network.",
    clause="PS3.2 N.6.2",
    say=say,
)
