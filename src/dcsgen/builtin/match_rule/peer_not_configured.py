"""The match rule M010: the initiator has to be told of the acceptor."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Configurable
from dcsgen.builtin.match_rule._association import known_titles, pair, title_path
from dcsgen.model.configuration import LocalAddress, RemoteAddress
from dcsgen.plugin import MatchRule, Meeting, Party, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What has to be set up, or what speaks against it."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    address = acceptor.address
    title = address.ae_title if address else ""
    known = initiator.capability.configuration.remote
    entries = {name: known[name] for name in known_titles(initiator)}
    if address is not None and title in entries:
        yield from _otherwise(initiator, acceptor, entries[title], address)
        return
    sources = ((initiator, ("configuration", "remote")), (acceptor, title_path(acceptor)))
    if entries and all(entry.configurable is Configurable.FIXED for entry in entries.values()):
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{initiator.ae} of {initiator.name} knows fixed peers only, and {title or acceptor.ae} is not one",
            sources=sources,
            remedies=((initiator, f"let the peer {title or acceptor.ae} be configured"),),
        )
        return
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{initiator.ae} of {initiator.name} has to know {acceptor.ae} of {acceptor.name}",
        condition=f"enter in {initiator.name}, for {initiator.ae}, the peer {acceptor.name}: {_address(acceptor)}",
        sources=sources,
        missing=() if title else ((acceptor, title_path(acceptor), f"the AE Title of {acceptor.ae}"),),
    )


def _otherwise(initiator: Party, acceptor: Party, entry: RemoteAddress, address: LocalAddress) -> Iterator[Said]:
    """What the initiator has for a peer that it knows, and what is another one at that peer."""
    title, at = address.ae_title, ("configuration", "remote", address.ae_title)
    for key, what in (("port", "port"), ("tls_port", "port for TLS")):
        known, stated = getattr(entry, key), getattr(address, key)
        if known is None or stated is None or known == stated:
            continue
        told = f"{initiator.name} has {known} as the {what} of {title}, which has {stated} at {acceptor.name}"
        sources = ((initiator, (*at, key)), (acceptor, ("configuration", "local", acceptor.ae, key)))
        if entry.configurable is Configurable.FIXED and address.configurable is Configurable.FIXED:
            remedies = tuple((party, f"let the {what} be configured") for party in (initiator, acceptor))
            yield Said(outcome=Outcome.FAILS, message=told, subject=title, sources=sources, remedies=remedies)
        else:
            change = f"have {initiator.name} and {acceptor.name} use one {what} for {title}: {known} or {stated}"
            yield Said(outcome=Outcome.WORKS, message=told, subject=title, condition=change, sources=sources)


def _address(party: Party) -> str:
    """What is entered for a peer, as far as it is stated."""
    address = party.address
    if address is None:
        return f"AE Title and port of {party.ae}, which are not stated"
    ports = [f"port {address.port}"] if address.port is not None else []
    ports += [f"port {address.tls_port} for TLS"] if address.tls_port is not None else []
    return f"AE Title {address.ae_title}, {' or '.join(ports) or 'its port'}"


RULE = MatchRule(
    code="M010",
    slug="peer-not-configured",
    means=Means.NETWORK,
    what="Whoever opens the Association does not know the AE Title and the address of the other side as it is "
    "delivered, or has another port for it.",
    why="Nothing is sent before somebody has entered them.",
    instead="Enter AE Title, address and port when the products are installed.",
    clause="PS3.2 A.4.4.1",
    judge=judge,
)
