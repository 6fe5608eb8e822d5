"""The change rule C591: an IOD is gone with its objects."""

from __future__ import annotations

from dcsgen.builtin.change_rule._objects import exchanged
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the applied IOD "{change.before.title}" is gone, with its SOP Class'


def when(change: Change, sides: Sides) -> bool:
    """Whether the new description exchanges no such objects, so that they go with what exchanges them."""
    return not exchanged(sides.new, change.before.sop_class.uid)


RULE = ChangeRule(
    code="C591",
    slug="applied-iod-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.IOD,
    actions=(Action.REMOVED,),
    what="An IOD is not described any more, and its SOP Class is gone, too.",
    why="What exchanged the objects is gone and has its own verdict; nothing is left for the IOD.",
    clause="PS3.2 A.9.1",
    say=say,
    when=when,
)
