"""The match rule M124: a receiver keeps values that it has, and does not take those that are sent."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Overwrite
from dcsgen.builtin.match_rule._content import WRITTEN, called, over_network, some
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The values that count only where the receiver has none yet, in one sentence; what identifies does not change."""
    kept = []
    for taken, sent in content.used:
        identifies = taken.attribute.vr in ("SQ", "UI")
        if taken.attribute.overwrite is Overwrite.KEPT and sent.overall in WRITTEN and not identifies:
            kept.append(called(taken.read))
    if kept:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{content.receiver.name} takes values only where it has none yet: {some(kept)}",
            sources=(
                (content.sender, content.sent.at),
                (content.receiver, ("attribute_mappings", content.taken.mapping)),
            ),
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
    judge=over_network(say),
)
