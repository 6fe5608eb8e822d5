"""The match rule M011: the acceptor lets in certain calling AE Titles only."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.text import listed
from dcsgen.base.words import AcceptedTitles, Configurable
from dcsgen.builtin.match_rule._association import known_titles, pair, policy_path, title_path
from dcsgen.plugin import MatchRule, Meeting, Party, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What has to be set up, what is not stated, or what speaks against it."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    policy = policy_path(acceptor, "accepted_calling_ae_titles")
    titles = acceptor.entity.association.accepted_calling_ae_titles
    own = initiator.address.ae_title if initiator.address else ""
    sources = ((acceptor, policy), (initiator, title_path(initiator)))
    if titles is None:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"which calling AE Titles {acceptor.ae} of {acceptor.name} lets in is not stated",
            missing=((acceptor, policy, "the calling AE Titles that it accepts"),),
            sources=sources,
        )
    elif titles is AcceptedTitles.CONFIGURED:
        if own not in known_titles(acceptor):
            yield _condition(initiator, acceptor, own, sources)
    elif isinstance(titles, tuple):
        yield from _against_list(initiator, acceptor, own, titles, sources)


def _condition(
    initiator: Party, acceptor: Party, own: str, sources: tuple[tuple[Party, tuple[str | int, ...]], ...]
) -> Said:
    what = f"the AE Title {own}" if own else f"the AE Title of {initiator.ae}, which is not stated"
    return Said(
        outcome=Outcome.WORKS,
        message=f"{acceptor.ae} of {acceptor.name} lets in only peers that it knows",
        condition=f"enter in {acceptor.name}, for {acceptor.ae}, {what} ({initiator.name}) as a peer that may call",
        sources=sources,
        missing=() if own else ((initiator, title_path(initiator), f"the AE Title of {initiator.ae}"),),
    )


def _against_list(
    initiator: Party,
    acceptor: Party,
    own: str,
    titles: tuple[str, ...],
    sources: tuple[tuple[Party, tuple[str | int, ...]], ...],
) -> Iterator[Said]:
    if own in titles:
        return
    wanted = listed(list(titles), "or")
    address = initiator.address
    if address is None:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{acceptor.ae} lets in {wanted} only, and the AE Title of {initiator.ae} is not stated",
            missing=((initiator, title_path(initiator), f"the AE Title of {initiator.ae}"),),
            sources=sources,
        )
    elif address.configurable in (Configurable.USER, Configurable.SERVICE):
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{acceptor.ae} of {acceptor.name} lets in {wanted} only",
            condition=f"give {initiator.ae} of {initiator.name} the AE Title {wanted}, instead of {own}",
            sources=sources,
        )
    else:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{acceptor.ae} lets in {wanted} only, and {initiator.ae} calls itself {own}",
            sources=sources,
            remedies=((initiator, f"call itself {wanted}"), (acceptor, f"let in {own}")),
        )


RULE = MatchRule(
    code="M011",
    slug="calling-title-not-accepted",
    means=Means.NETWORK,
    what="The acceptor lets in only peers whose AE Titles it knows, and that of the initiator is not among them.",
    why="The Association is rejected with the reason *calling-AE-title-not-recognized*.",
    instead="Enter the AE Title of the initiator at the acceptor.",
    clause="PS3.8 9.3.4",
    judge=judge,
)
