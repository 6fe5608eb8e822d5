"""The match rule M160: which objects can be retrieved, by the services of Storage that bring them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import RETRIEVING, query_model
from dcsgen.base.text import some
from dcsgen.model.retrieved import Travel, got, moved
from dcsgen.plugin import MatchRule, Meeting, Path, Said
from dcsgen.plugin.match_rule import Party

FEW = 8
"""SOP Classes that are told by their names if they cannot be retrieved."""


def judge(meeting: Meeting) -> Iterator[Said]:
    """Nothing arrives, some of it, or all; what is stored where has interactions of its own."""
    user, provider = meeting.user, meeting.provider
    model = query_model(meeting.key)
    if model is None or model.kind not in ("MOVE", "GET"):
        return
    get = model.kind == "GET"
    if get:
        travel = got(user.capability, user.service, provider.capability, provider.service)
    else:
        travel = moved(user.capability, user.ae, provider.capability, provider.ae)
    if not travel.senders or (get and not travel.receivers):
        yield _unstated(meeting, travel, get=get)
    elif travel.receivers:
        yield from _arriving(meeting, travel)


def _unstated(meeting: Meeting, travel: Travel, *, get: bool) -> Said:
    """A provider of retrievals sends by Storage in any case; its description lacks how."""
    party = meeting.user if travel.senders else meeting.provider
    verb = "accepts" if party is meeting.user else "sends"
    where = f" on Associations of {party.ae}" if get else ""
    return Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"by which Storage SOP Classes {party.name} {verb} retrieved objects{where} is not stated",
        sources=((party, party.path),),
        missing=((party, ("services",), f"the Storage SOP Classes by which it {verb} retrieved objects"),),
    )


def _arriving(meeting: Meeting, travel: Travel) -> Iterator[Said]:
    user, provider = meeting.user, meeting.provider
    sources = _sources(meeting, travel)
    for uid, name in travel.no_syntax.items():
        yield Said(
            outcome=Outcome.LOSS if travel.arrives else Outcome.FAILS,
            message=f"{name} cannot be retrieved: {provider.name} sends and {user.name} accepts it in other Transfer "
            "Syntaxes",
            subject=uid,
            loss=Loss.REDUCED if travel.arrives else None,
            sources=sources,
            remedies=((user, f"accept {name} as the other side sends it"), (provider, f"send {name} uncompressed")),
        )
    if travel.arrives:
        others = list(travel.only_sent.values())
        left = some(others) if len(others) <= FEW else f"{len(others)} other SOP Classes"
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{some(list(travel.arrives.values()))} can be retrieved"
            + (f"; {provider.name} also sends {left}, which {user.name} does not accept" if others else ""),
            sources=sources,
        )
    elif not travel.no_syntax and (drafts := [party for party in (user, provider) if party.draft]):
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"no Storage SOP Class that {provider.name} sends and {user.name} accepts is stated",
            sources=sources,
            missing=tuple((party, ("services",), "its other Storage SOP Classes") for party in drafts),
        )
    elif not travel.no_syntax:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"nothing can be retrieved: {provider.name} sends {some(list(travel.only_sent.values()))}, "
            f"{user.name} accepts {some(list(travel.only_received.values()))}",
            sources=sources,
            remedies=(
                (user, f"accept {some(list(travel.only_sent.values()))}"),
                (provider, f"send {some(list(travel.only_received.values()))}"),
            ),
        )


def _sources(meeting: Meeting, travel: Travel) -> tuple[tuple[Party, Path], ...]:
    return (
        *((meeting.provider, ("services", key, "sop_classes")) for key in travel.senders),
        *((meeting.user, ("services", key, "sop_classes")) for key in travel.receivers),
    )


RULE = MatchRule(
    code="M160",
    slug="retrieved-objects-do-not-arrive",
    means=Means.NETWORK,
    service_classes=RETRIEVING,
    what="What is retrieved comes by C-STORE: with C-MOVE on an Association that the provider opens, with C-GET on "
    "that of the request with roles turned round. SOP Classes that both sides have arrive, if they have a Transfer "
    "Syntax in common.",
    why="A retrieval can be accepted and bring nothing: its sub-operations fail one by one.",
    instead="Have the user accept the SOP Classes and Transfer Syntaxes that it wants to retrieve.",
    clause="PS3.4 C.4.2.3.1, C.4.3, C.5.3",
    judge=judge,
)
