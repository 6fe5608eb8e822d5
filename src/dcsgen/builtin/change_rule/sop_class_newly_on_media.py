"""The change rule C395: objects of one more SOP Class are written to, or read from, media."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has {name(change)} on media, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is on media."""
    return change.path[0] == "media"


RULE = ChangeRule(
    code="C395",
    slug="sop-class-newly-on-media",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SOP_CLASS,
    actions=(Action.ADDED,),
    what="Objects of one more SOP Class are written to, or read from, media.",
    why="The others are treated as before; a reader passes over objects that it does not know.",
    clause="PS3.11",
    say=say,
    when=when,
)
