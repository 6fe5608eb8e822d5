"""The match rule M129: by its level of conformance, a storage SCP may discard Attributes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._content import called, over_network, some
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content

LOCAL, BASE = 0, 1


def say(content: Content) -> Iterator[Said]:
    """What a receiver without a mapping may discard; with one, the mapping says it."""
    sender, receiver = content.sender, content.receiver
    level = receiver.service.level_of_conformance
    if content.taken.mapping or level not in (LOCAL, BASE):
        return
    may = (
        "may discard Attributes of Type 3 and private ones (level 1)"
        if level == BASE
        else "keeps some Attributes only, and does not state which (level 0)"
    )
    optional = tuple(
        called(one.path)
        for one in content.sent.attributes.values()
        if one.attribute.type == "3" and "." not in one.path and one.overall is not Certainty.NEVER
    )
    writes = f"; {sender.name} writes {some(optional)}" if optional and level == BASE else ""
    yield Said(
        outcome=Outcome.LOSS,
        message=f"{receiver.name} {may}{writes}",
        subject=f"level {level}",
        loss=Loss.IGNORED,
        sources=((sender, content.sent.at), (receiver, (*receiver.path, "level_of_conformance"))),
        remedies=((receiver, "keep all Attributes (level 2)"),),
    )


RULE = MatchRule(
    code="M129",
    slug="attributes-may-be-discarded",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver is a storage SCP of level 0 or 1: it does not promise to keep all Attributes.",
    why="At level 1, Attributes of Type 3 and private ones may be lost, at level 0 any that the vendor does not name.",
    instead="Ask the vendor what is kept, and keep the originals elsewhere.",
    clause="PS3.4 B.4.1",
    judge=over_network(say),
)
