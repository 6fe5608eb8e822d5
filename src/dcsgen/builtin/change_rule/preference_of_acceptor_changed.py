"""The change rule C106: a provider prefers its Transfer Syntaxes in another order."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} prefers its Transfer Syntaxes in another order"


RULE = ChangeRule(
    code="C106",
    slug="preference-of-acceptor-changed",
    verdict=Verdict.RISKY,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.MOVED,),
    role="SCP",
    field="transfer_syntaxes",
    what="A provider prefers its Transfer Syntaxes in another order.",
    why="With a peer that proposes several, another one is chosen than before.",
    hurts="Peers that propose several and work better, or only, with the one that was chosen before.",
    instead="Keep the order, or say in the revision history that it changed.",
    clause="PS3.8 9.3.3.2",
    say=say,
)
