"""The change rule C135: an Application Entity receives smaller PDUs at most."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} receives smaller PDUs at most: {from_to(change)}"


RULE = ChangeRule(
    code="C135",
    slug="pdu-length-lowered",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.LOWERED,),
    field="max_pdu_received",
    what="An Application Entity receives smaller PDUs at most.",
    why="The length is negotiated with each Association, and every sender keeps to it.",
    hurts="Nobody is hurt; transfers may take a little longer.",
    clause="PS3.8 D.1",
    say=say,
)
