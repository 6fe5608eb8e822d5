"""The change rule C590: an IOD is applied to objects that are new."""

from __future__ import annotations

from dcsgen.builtin.change_rule._objects import exchanged
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the applied IOD "{change.after.title}" is new, with its SOP Class'


def when(change: Change, sides: Sides) -> bool:
    """Whether the old description exchanges no such objects, so that they come with what exchanges them."""
    return not exchanged(sides.old, change.after.sop_class.uid)


RULE = ChangeRule(
    code="C590",
    slug="applied-iod-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.IOD,
    actions=(Action.ADDED,),
    what="An IOD is applied that was not described before, and its SOP Class is new, too.",
    why="What exchanges the objects is new and has its own verdict; nobody exchanged them with it before.",
    clause="PS3.2 A.9.1",
    say=say,
    when=when,
)
