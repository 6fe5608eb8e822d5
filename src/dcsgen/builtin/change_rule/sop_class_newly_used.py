"""The change rule C114: an Application Entity uses one more SOP Class."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} uses {name(change)}, too"


RULE = ChangeRule(
    code="C114",
    slug="sop-class-newly-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SOP_CLASS,
    actions=(Action.ADDED,),
    role="SCU",
    what="An Application Entity uses one more SOP Class.",
    why="A provider that does not support it rejects the Presentation Context, and everything else goes on as before.",
    clause="PS3.8 9.3.3.2",
    say=say,
    when=is_its_own,
)
