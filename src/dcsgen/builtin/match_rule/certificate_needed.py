"""The match rule M052: over TLS, a side wants to see a certificate of the other one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import PeerCertificate
from dcsgen.builtin.match_rule._association import pair
from dcsgen.builtin.match_rule._security import TRANSPORT, insists, transports
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What has to be set up."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    if not transports(initiator):
        return
    for key, use in transports(acceptor).items():
        if use.peer_certificate is PeerCertificate.REQUIRED:
            when = "" if insists(transports(initiator)) or insists(transports(acceptor)) else "for TLS, "
            yield Said(
                outcome=Outcome.WORKS,
                message=f"over TLS, {acceptor.ae} of {acceptor.name} lets in only peers that show a certificate",
                condition=f"{when}install in {initiator.name} a certificate that {acceptor.name} trusts, "
                f"and in {acceptor.name} the certificate of its issuer",
                sources=((acceptor, (*TRANSPORT, key, "peer_certificate")),),
            )
            return


RULE = MatchRule(
    code="M052",
    slug="certificate-needed",
    means=Means.NETWORK,
    what="The acceptor wants to see a certificate of the initiator when the connection is over TLS.",
    why="Without a certificate that it trusts, it ends the handshake.",
    instead="Issue certificates to both sides from one authority, and install them.",
    clause="PS3.15 B",
    judge=judge,
)
