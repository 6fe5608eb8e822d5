"""The change rule C236: an Application Entity sends larger or smaller PDUs at most."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} sends PDUs of another length at most: {from_to(change)}"


RULE = ChangeRule(
    code="C236",
    slug="sent-pdu-length-changed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASSOCIATION,
    actions=(Action.RAISED, Action.LOWERED),
    field="max_pdu_sent",
    what="An Application Entity sends larger or smaller PDUs at most.",
    why="A sender keeps to the length that its peer announces with each Association, whatever its own limit is.",
    hurts="Nobody is hurt; transfers may take a little longer or shorter.",
    clause="PS3.8 D.1",
    say=say,
)
