"""The match rule M210: the result of Storage Commitment has no Association on which it could come later."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass, reported_later
from dcsgen.base.text import listed
from dcsgen.plugin import MatchRule, Meeting, Party, Said
from dcsgen.plugin.reports import may_report


def judge(meeting: Meeting) -> Iterator[Said]:
    """It may still come on the Association of the request, if that is kept open."""
    user, provider = meeting.user, meeting.provider
    if not reported_later(meeting.key):
        return
    lacking = [party for party in (user, provider) if not may_report(meeting, party)]
    if not lacking:
        return
    how = listed([_how(party, "accepts" if party is user else "opens") for party in lacking], "and")
    unstated = [party for party in lacking if party.service.initiator is None]
    behaviour = (*provider.path, "behaviour")
    yield Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"{how}: it comes only on the Association of the request, if {provider.name} sends it there before "
        f"{user.name} releases it",
        sources=tuple((party, (*party.path, "initiator")) for party in (user, provider)),
        remedies=tuple(
            (party, f"{'accept' if party is user else 'open'} an Association for the result") for party in lacking
        ),
        missing=(
            *((party, (*party.path, "initiator"), "who opens the Association for the result") for party in unstated),
            (provider, behaviour, "whether and when it sends the result on the Association of the request"),
        ),
    )


def _how(party: Party, verb: str) -> str:
    if party.service.initiator is None:
        return f"{party.name} does not state that it {verb} an Association for the result"
    return f"{party.name} {verb} no Association for the result"


RULE = MatchRule(
    code="M210",
    slug="commitment-result-cannot-come",
    means=Means.NETWORK,
    service_classes=(ServiceClass.COMMITMENT,),
    what="The provider opens no Association of its own for the result of Storage Commitment, or the user accepts none.",
    why="The result is sent when the objects are safe, mostly long after the request. A user that does not get it "
    "never deletes its objects, or asks again and again.",
    instead="Have the user accept an Association of the provider, on which the roles are turned round.",
    clause="PS3.4 J.3.3.1.2, J.3.3.1.3",
    judge=judge,
)
