"""The change rule C136: an Application Entity receives larger PDUs at most."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} receives larger PDUs at most: {from_to(change)}"


RULE = ChangeRule(
    code="C136",
    slug="pdu-length-raised",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.RAISED,),
    field="max_pdu_received",
    what="An Application Entity receives larger PDUs at most.",
    why="The length is negotiated with each Association, and every sender keeps to it.",
    clause="PS3.8 D.1",
    say=say,
)
