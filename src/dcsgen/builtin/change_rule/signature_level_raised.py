"""The change rule C257: a storage provider does more for digital signatures."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the level of digital signature support of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C257",
    slug="signature-level-raised",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.RAISED,),
    field="digital_signature_level",
    what="A storage provider does more for digital signatures.",
    why="Objects without a signature are treated as before.",
    clause="PS3.4 B.4.1",
    say=say,
)
