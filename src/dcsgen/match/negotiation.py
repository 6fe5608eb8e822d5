"""A negotiation on paper: who opens the Association, and what becomes of a Presentation Context (PS3.8 7.1.1.13)."""

from __future__ import annotations

from dcsgen.base.interaction import Context, Side
from dcsgen.base.words import Initiator, Role
from dcsgen.model import Service
from dcsgen.model.negotiable import initiators
from dcsgen.model.sop_class import TransferSyntax


def negotiated(user: Service, provider: Service, user_side: Side) -> Context:
    """What an SCU and an SCP agree on for any SOP Class that both have.

    The initiator proposes all of its Transfer Syntaxes; the acceptor takes the first of its own list that is among
    them, since a description lists them in order of preference. Where both could open the Association the SCU does, as
    it has the wish.
    """
    using, providing = initiators(user, Role.SCU), initiators(provider, Role.SCP)
    initiator = None
    if Initiator.SELF in using and Initiator.PEER in providing:
        initiator = user_side
    elif Initiator.SELF in providing and Initiator.PEER in using:
        initiator = user_side.other
    proposing, accepting = (user, provider) if initiator in (user_side, None) else (provider, user)
    proposed = _named(proposing.transfer_syntaxes)
    accepted = _named(accepting.transfer_syntaxes)
    common = {uid: name for uid, name in accepted.items() if uid in proposed}
    chosen = next(iter(common), "") if initiator is not None else ""
    return Context(initiator=initiator, proposed=proposed, accepted=accepted, common=common, chosen=chosen)


def _named(transfer_syntaxes: tuple[TransferSyntax, ...]) -> dict[str, str]:
    return {one.uid: one.name for one in transfer_syntaxes}
