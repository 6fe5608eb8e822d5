"""The match rule M211: what has to be set up for the Association on which the result of Storage Commitment comes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass, reported_later
from dcsgen.builtin.match_rule import called_title_not_accepted, calling_title_not_accepted, peer_not_configured
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.reports import may_report

_ON_EACH_ASSOCIATION = (peer_not_configured, calling_title_not_accepted, called_title_not_accepted)


def judge(meeting: Meeting) -> Iterator[Said]:
    """What the rules about Associations say of one that the provider opens; what they only wonder about is left out."""
    user, provider = meeting.user, meeting.provider
    if meeting.context is None or meeting.initiator is not user or not reported_later(meeting.key):
        return
    if not (may_report(meeting, user) and may_report(meeting, provider)):
        return
    context = structs.replace(meeting.context, initiator=provider.side)
    later = structs.replace(meeting, context=context)
    for rule in _ON_EACH_ASSOCIATION:
        for said in rule.judge(later):
            if said.condition or said.outcome is not Outcome.WORKS:
                yield structs.replace(said, message=f"for the result, {said.message}")


RULE = MatchRule(
    code="M211",
    slug="commitment-return-address",
    means=Means.NETWORK,
    service_classes=(ServiceClass.COMMITMENT,),
    what="The provider sends the result of Storage Commitment on an Association that it opens. It does not know the "
    "address of the user as it is delivered, or the user does not let it in.",
    why="The request comes with an AE Title only. Storage works, commitment is asked for, and the result never comes: "
    "this is forgotten most often.",
    instead="Enter AE Title, host and port of the user at the provider, and the AE Title of the provider at the user.",
    clause="PS3.4 J.3.3.1.2, J.3.3.1.3",
    judge=judge,
)
