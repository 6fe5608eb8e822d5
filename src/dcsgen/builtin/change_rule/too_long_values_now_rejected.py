"""The change rule C307: an import rejects values that do not fit into their field; it cut them before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} rejects objects in which {attribute(change)} is too long"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is rejected now."""
    return bool(change.after == "rejected")


RULE = ChangeRule(
    code="C307",
    slug="too-long-values-now-rejected",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="too_long",
    what="An import rejects values that do not fit into their field; it cut them before.",
    why="An object with a long value was imported and is refused now.",
    hurts="Senders with long values: names, descriptions and labels above all.",
    instead="Make more room in the field: a value may be as long as its VR allows.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
