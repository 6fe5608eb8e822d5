"""The change rule C195: a service changes an Attribute of the objects that pass through it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} changes {attribute(change)}"


RULE = ChangeRule(
    code="C195",
    slug="coercion-added",
    verdict=Verdict.RISKY,
    subject=Subject.COERCION,
    actions=(Action.ADDED,),
    what="A service changes an Attribute of the objects that pass through it.",
    why=(
        "Who gets the object back finds another value than was sent; what depends on the value, nobody can tell from "
        "here."
    ),
    hurts="Systems that match objects by the Attribute, and digital signatures over it.",
    instead="Keep the value, or keep the original one in Original Attributes Sequence (0400,0561).",
    clause="PS3.2 Table N.5-11",
    say=say,
)
