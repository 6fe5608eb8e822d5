"""The change rule C517: the AE Title and the address of an Application Entity can be changed by more people."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"who may change the AE Title and address of {change.path[2]} goes {from_to(change)}"


RULE = ChangeRule(
    code="C517",
    slug="address-more-configurable",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.LOCAL_ADDRESS,
    actions=(Action.RAISED,),
    field="configurable",
    what="The AE Title and the address of an Application Entity can be changed by more people.",
    why="Whoever does not change them sees no difference.",
    clause="PS3.2 N.6.2",
    say=say,
)
