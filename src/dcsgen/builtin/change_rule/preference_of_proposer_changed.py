"""The change rule C107: a user lists its Transfer Syntaxes in another order."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} proposes its Transfer Syntaxes in another order"


RULE = ChangeRule(
    code="C107",
    slug="preference-of-proposer-changed",
    verdict=Verdict.RISKY,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.MOVED,),
    role="SCU",
    field="transfer_syntaxes",
    what="A user lists its Transfer Syntaxes in another order.",
    why="Which one is chosen is up to the acceptor; some take the first that is proposed.",
    hurts="Peers that get objects in another encoding than before.",
    instead="Keep the order, or say in the revision history that it changed.",
    clause="PS3.8 9.3.3.2",
    say=say,
)
