"""The match rule M051: both sides have TLS, but no version or no cipher suite in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._association import pair
from dcsgen.builtin.match_rule._security import TRANSPORT, insists, suites, transports, versions
from dcsgen.model.security import SecureTransport
from dcsgen.plugin import MatchRule, Meeting, Said

_ASPECTS: tuple[tuple[str, str, Callable[[Mapping[str, SecureTransport]], tuple[str, ...]]], ...] = (
    ("version of TLS", "tls_versions", versions),
    ("cipher suite", "cipher_suites", suites),
)


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    proposing, accepting = transports(initiator), transports(acceptor)
    if not proposing or not accepting:
        return
    needed = insists(proposing) or insists(accepting)
    for what, key, of in _ASPECTS:
        ours, theirs = of(proposing), of(accepting)
        if not ours or not theirs or set(ours) & set(theirs):
            continue
        message = (
            f"{initiator.ae} and {acceptor.ae} have no {what} in common: {listed(ours, 'and')}; {listed(theirs, 'and')}"
        )
        sources = tuple((party, (*TRANSPORT, name, key)) for party in parties for name in transports(party))
        if needed:
            yield Said(
                outcome=Outcome.FAILS,
                message=message,
                remedies=((initiator, f"support {listed(theirs, 'or')}"), (acceptor, f"support {listed(ours, 'or')}")),
                sources=sources,
            )
        else:
            yield Said(
                outcome=Outcome.WORKS,
                message=message,
                condition=f"have {initiator.ae} of {initiator.name} call {acceptor.ae} of {acceptor.name} without TLS",
                sources=sources,
            )
        return


RULE = MatchRule(
    code="M051",
    slug="tls-does-not-fit",
    means=Means.NETWORK,
    what="Both sides have TLS, but not in the same versions, or without a cipher suite in common.",
    why="The TLS handshake fails, so that no Association comes about over it.",
    instead="Have the older side updated. Where neither side demands TLS, plain text is left.",
    clause="PS3.15 B",
    judge=judge,
)
