"""The match rule M128: a receiver takes objects up to a limit only."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import called, in_quotes, over_network
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The limits for objects of the SOP Class, in the receiver's words."""
    sender, receiver = content.sender, content.receiver
    for key, limit in receiver.service.limits.items():
        if limit.sop_classes and content.sop_class.uid not in {one.uid for one in limit.sop_classes}:
            continue
        sent = content.sent.attributes.get(limit.attribute)
        if limit.attribute and content.sent.stated and (sent is None or sent.overall is Certainty.NEVER):
            continue
        what = f" of {called(limit.attribute)}" if limit.attribute else ""
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{receiver.name} has a limit{what}: {in_quotes(limit.limit, limit.otherwise)}",
            subject=limit.attribute or key,
            sources=((sender, sent.at if sent else content.sent.at), (receiver, (*receiver.path, "limits", key))),
        )


RULE = MatchRule(
    code="M128",
    slug="object-limited",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver takes objects up to a size, or a number of frames, only.",
    why="A large object can be refused or cut although all smaller ones are stored.",
    instead="Compare the limit with the largest objects of the sender.",
    clause="PS3.2 N.5.2.6",
    judge=over_network(say),
)
