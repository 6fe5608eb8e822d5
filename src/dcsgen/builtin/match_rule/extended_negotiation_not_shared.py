"""The match rule M155: what one side wants to negotiate for queries and retrievals, and what the other one says."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.base.text import one_line, quoted
from dcsgen.plugin import MatchRule, Meeting, Said

NONE = ("none", "not supported")


def judge(meeting: Meeting) -> Iterator[Said]:
    """The texts are prose: beyond none at all, they are shown side by side."""
    user, provider = meeting.user, meeting.provider
    wish, offer = user.service.extended_negotiation, provider.service.extended_negotiation
    if not wish or _none(wish):
        return
    sources = tuple((party, (*party.path, "extended_negotiation")) for party in (user, provider))
    asks = f"{user.name} says about extended negotiation: {quoted(one_line(wish))}"
    if not offer:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{asks}; {provider.name} says nothing",
            sources=sources,
            missing=((provider, sources[1][1], "what it accepts in extended negotiation"),),
        )
    elif _none(offer):
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{asks}; {provider.name} accepts none",
            loss=Loss.REDUCED,
            sources=sources,
            remedies=((provider, "accept what the other side proposes"), (user, "do without")),
        )
    else:
        yield Said(
            outcome=Outcome.WORKS, message=f"{asks}; {provider.name}: {quoted(one_line(offer))}", sources=sources
        )


def _none(text: str) -> bool:
    return text.strip().casefold().startswith(NONE)


RULE = MatchRule(
    code="M155",
    slug="extended-negotiation-not-shared",
    means=Means.NETWORK,
    service_classes=QUERYING,
    what="The user describes what it proposes in extended negotiation, such as relational queries, combined matching "
    "of date and time, fuzzy matching of names or another timezone. The provider accepts none, says nothing, or says "
    "something that is worth comparing.",
    why="What is not accepted is not used: queries are hierarchical, dates and times are matched one by one, names "
    "literally.",
    instead="Compare the two texts, which are prose and are not interpreted.",
    clause="PS3.4 C.5.1",
    judge=judge,
)
