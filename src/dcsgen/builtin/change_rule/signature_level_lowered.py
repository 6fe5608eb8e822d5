"""The change rule C256: a storage provider does less for digital signatures."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the level of digital signature support of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C256",
    slug="signature-level-lowered",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.LOWERED,),
    field="digital_signature_level",
    what="A storage provider does less for digital signatures.",
    why="Signatures that came through whole, or were verified, may be lost or left unverified.",
    hurts="Sites that have to prove where objects come from.",
    instead="Keep the level, or say which signatures are lost.",
    clause="PS3.4 B.4.1",
    say=say,
)
