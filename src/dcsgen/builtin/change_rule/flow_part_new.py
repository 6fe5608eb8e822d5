"""The change rule C382: a value goes through one more service, object or field of HL7."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} goes through {change.key}, too"


RULE = ChangeRule(
    code="C382",
    slug="flow-part-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FLOW_PART,
    actions=(Action.ADDED,),
    what="A value goes through one more service, object or field of HL7.",
    why="The other ways are as before.",
    clause="PS3.2 A.9.1.3",
    say=say,
)
