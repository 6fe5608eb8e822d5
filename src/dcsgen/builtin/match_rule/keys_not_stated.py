"""The match rule M153: nothing is said about the keys of a query, on one side."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.base.text import some
from dcsgen.model.queried import REQUIRED, queries
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import asked_of


def judge(meeting: Meeting) -> Iterator[Said]:
    """What decides is what PS3.4 leaves to the provider; the rest it has to support in any case."""
    user, provider = meeting.user, meeting.provider
    if not queries(meeting.key) or provider.service.keys:
        return
    paths = {party.side: (*party.path, "keys") for party in (user, provider)}
    if not user.service.keys:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"neither the keys that {user.name} asks with nor those that {provider.name} supports are stated",
            sources=((user, user.path), (provider, provider.path)),
            missing=((user, paths[user.side], "its keys"), (provider, paths[provider.side], "its keys")),
        )
        return
    optional = [one for one in asked_of(meeting) if one.kind not in REQUIRED and (one.matching or one.wanted)]
    if optional:
        names = some([one.name for one in optional])
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"whether {provider.name} supports {names}, which PS3.4 leaves to it, is not stated",
            sources=((user, paths[user.side]), (provider, provider.path)),
            missing=((provider, paths[provider.side], f"the keys that it supports, above all {names}"),),
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
