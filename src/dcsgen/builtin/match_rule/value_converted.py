"""The match rule M125: a receiver converts values before it keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import called, in_quotes, instead, over_network, read_from
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """How values are converted, in the receiver's words: rounding and cutting cannot be told from other units."""
    sender, receiver = content.sender, content.receiver
    for taken in content.taken.used():
        row, sent = taken.attribute, read_from(content, taken)
        if not row.conversion or sent.overall is Certainty.NEVER or sent.path not in content.sent.attributes:
            continue
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{receiver.name} converts {called(taken.read)}{instead(taken)}: {in_quotes(row.conversion)}",
            subject=taken.read,
            sources=((sender, sent.at), *((receiver, (*path, "conversion")) for path in taken.sources[:1])),
        )


RULE = MatchRule(
    code="M125",
    slug="value-converted",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver converts a value before it keeps it: to another unit, rounded, or without a part.",
    why="What is shown there, or comes back from there, can differ from what was sent.",
    instead="Compare rounded values within the rounding when a connection is tested.",
    clause="PS3.2 A.9.1.2",
    together="{provider} converts {count} values of {user}",
    judge=over_network(say),
)
