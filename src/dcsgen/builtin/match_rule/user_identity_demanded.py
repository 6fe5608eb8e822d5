"""The match rule M055: the acceptor demands a user identity that the initiator does not send."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._association import pair
from dcsgen.builtin.match_rule._security import IDENTITY, identities, insists
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    wanted, sent = identities(acceptor), identities(initiator)
    if not insists(wanted):
        return
    names = [use.profile.name for use in wanted.values()]
    sources = (*((acceptor, (*IDENTITY, key)) for key in wanted), (initiator, IDENTITY))
    if not initiator.capability.security.user_identity:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{acceptor.ae} of {acceptor.name} demands {listed(names, 'or')}, and whether {initiator.name} "
            "sends a user identity is not stated",
            missing=((initiator, IDENTITY, f"the user identities that {initiator.ae} sends"),),
            sources=sources,
        )
    elif not {use.profile.id for use in wanted.values()} & {use.profile.id for use in sent.values()}:
        own = [use.profile.name for use in sent.values()]
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{acceptor.ae} of {acceptor.name} demands {listed(names, 'or')}; {initiator.ae} of "
            f"{initiator.name} sends {listed(own, 'or') or 'none'}",
            remedies=((initiator, f"send {listed(names, 'or')}"), (acceptor, "let peers in without it")),
            sources=sources,
        )


RULE = MatchRule(
    code="M055",
    slug="user-identity-demanded",
    means=Means.NETWORK,
    what="The acceptor lets in Associations only that carry a user identity, and the initiator sends none of a type "
    "that it takes.",
    why="The Association is rejected.",
    instead="Have the initiator send one, or the acceptor make an exception for it.",
    clause="PS3.7 D.3.3.7, PS3.15 B.4 to B.7",
    judge=judge,
)
