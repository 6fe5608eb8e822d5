"""The match rule M124: a receiver keeps a value that it has, and does not take the one that is sent."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Overwrite
from dcsgen.builtin.match_rule._content import called, instead, over_network, read_from
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The values that count only where the receiver has none yet."""
    sender, receiver = content.sender, content.receiver
    for taken in content.taken.used():
        sent = read_from(content, taken)
        if taken.attribute.overwrite is not Overwrite.KEPT or sent.overall is Certainty.NEVER:
            continue
        if sent.path not in content.sent.attributes or sent.attribute.vr in ("SQ", "UI"):
            continue
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{receiver.name} takes {called(taken.read)}{instead(taken)} only where it has no value yet",
            subject=taken.read,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
        )


RULE = MatchRule(
    code="M124",
    slug="value-kept-by-receiver",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver keeps the value that it has in a field, and takes the one that is sent only if it has none.",
    why="A value that was corrected at the sender stays wrong at the receiver.",
    instead="Correct such values in both systems.",
    clause="PS3.2 A.9.1.2",
    together="{provider} takes {count} values of {user} only where it has none yet",
    judge=over_network(say),
)
