"""The match rule M220: the user agent has to be told the base URI of the origin server."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What has to be set up."""
    user, provider = meeting.user, meeting.provider
    uri = provider.web.secured_base_uri or provider.web.base_uri
    path = (*provider.path, "base_uri")
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{user.ae} of {user.name} has to know the base URI of {provider.name}",
        condition=f"enter in {user.name}, for {user.ae}, the base URI of the {provider.web.service.name} of "
        f"{provider.name}: {uri or 'which is not stated'}",
        sources=((user, (*user.path, "base_uri")), (provider, path)),
        missing=() if uri else ((provider, path, f"the base URI of its {provider.web.service.name}"),),
    )


RULE = MatchRule(
    code="M220",
    slug="web-address-to-enter",
    means=Means.WEB,
    what="Requests go to the base URI of the origin server, which a user agent has to be told.",
    why="Nothing is requested before somebody has entered it.",
    instead="Enter the base URI, with host, port and path, when the products are installed.",
    clause="PS3.18 8.2",
    judge=judge,
)
