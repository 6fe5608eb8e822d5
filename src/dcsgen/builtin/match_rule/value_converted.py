"""The match rule M125: a receiver converts values before it keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import WRITTEN, called, in_quotes, over_network, some
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """How values are converted, in one sentence: a program cannot tell a rounding from another unit."""
    converted = [
        f"{called(taken.read)} ({in_quotes(taken.attribute.conversion)})"
        for taken, sent in content.used
        if taken.attribute.conversion and sent.overall in WRITTEN
    ]
    if converted:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{content.receiver.name} converts {some(converted)}",
            sources=(
                (content.sender, content.sent.at),
                (content.receiver, ("attribute_mappings", content.taken.mapping)),
            ),
        )


RULE = MatchRule(
    code="M125",
    slug="value-converted",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver converts values before it keeps them: to another unit, rounded, or without a part.",
    why="What is shown there, or comes back from there, can differ from what was sent.",
    instead="Look through the conversions in the receiver's mapping, and compare rounded values within the rounding "
    "when a connection is tested.",
    clause="PS3.2 A.9.1.2",
    judge=over_network(say),
)
