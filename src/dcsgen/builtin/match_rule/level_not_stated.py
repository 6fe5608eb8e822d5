"""The match rule M130: a receiver does not state whether it keeps all Attributes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import over_network
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The missing level; a mapping says more than the level would."""
    receiver = content.receiver
    if content.taken.mapping or receiver.service.level_of_conformance is not None:
        return
    at = (*receiver.path, "level_of_conformance")
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{receiver.name} does not state whether it keeps all Attributes of the objects that it stores",
        sources=((receiver, receiver.path),),
        missing=((receiver, at, "its level of conformance as a storage SCP"),),
    )


RULE = MatchRule(
    code="M130",
    slug="level-not-stated",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver has neither a mapping nor a level of conformance as a storage SCP.",
    why="Objects arrive; whether all of their Attributes can be got back is not known.",
    instead="Ask the vendor of the receiver.",
    clause="PS3.4 B.4.1, B.4.3.2",
    judge=over_network(say),
)
