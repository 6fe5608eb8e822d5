"""The match rule M153: nothing is said about the keys of a query, on one side."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.base.text import listed, some
from dcsgen.model.queried import REQUIRED, queries
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import left_open


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is left open, by what PS3.4 leaves to the provider; the rest it has to support in any case."""
    user, provider = meeting.user, meeting.provider
    if not queries(meeting.key):
        return
    silent = [party for party in (user, provider) if not party.service.keys]
    if user in silent:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"the keys of {listed([party.name for party in silent], 'and')} are not stated",
            sources=tuple((party, party.path) for party in silent),
            missing=tuple((party, (*party.path, "keys"), "its keys") for party in silent),
        )
    else:
        yield from _unknown_support(meeting)


def _unknown_support(meeting: Meeting) -> Iterator[Said]:
    user, provider = meeting.user, meeting.provider
    optional = [one for one in left_open(meeting) if one.kind not in REQUIRED and (one.matching or one.wanted)]
    if not optional:
        return
    decides = any(one.always or one.key.copied_into for one in optional)
    names = some([one.name for one in optional])
    path = (*provider.path, "keys")
    yield Said(
        outcome=Outcome.CANNOT_TELL if decides else Outcome.WORKS,
        message=f"whether {provider.name} supports {names}, which PS3.4 leaves to it, is not stated",
        sources=((user, (*user.path, "keys")), (provider, provider.path)),
        missing=((provider, path, f"the keys that it supports, above all {names}"),),
    )


RULE = MatchRule(
    code="M153",
    slug="keys-not-stated",
    means=Means.NETWORK,
    service_classes=QUERYING,
    what="The provider does not state which keys it supports, and the user asks for some that no provider has to.",
    why="Optional Keys that are not supported are neither matched nor returned, and the user learns of it only when "
    "values stay empty.",
    instead="Ask the vendor for the keys.",
    clause="PS3.4 C.2.2.1.3",
    judge=judge,
)
