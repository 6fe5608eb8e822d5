"""The match rule M134: a receiver has further conditions in words that were not compared with anything."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._conditions import demand, words
from dcsgen.builtin.match_rule._content import WRITTEN, called, over_network, some
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The conditions about what the sender writes and says nothing more of, those first that have objects refused."""
    refusing: list[str] = []
    others: list[str] = []
    for taken, sent in content.used:
        wanted = demand(taken, sent) if sent.overall in WRITTEN else ""
        if wanted and not words(content, taken, sent):
            refuses = content.refuses(taken.attribute.status) is True
            (refusing if refuses else others).append(f"{called(taken.read)} ({wanted})")
    if conditions := refusing + others:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{content.receiver.name} has further conditions, which were not compared: {some(conditions)}",
            condition=f"have somebody who knows both products look through the conditions of {content.receiver.name}",
            sources=(
                (content.sender, content.sent.at),
                (content.receiver, ("attribute_mappings", content.taken.mapping)),
            ),
        )


RULE = MatchRule(
    code="M134",
    slug="conditions-not-compared",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's mapping has conditions in words, or ranges of numbers, for Attributes of which the sender "
    "states no values.",
    why="Agreement of two statements does not show that every object is taken: a plan can be beyond what the machine "
    "can do.",
    instead="Look through the conditions, and send test objects of every kind that is in use.",
    clause="PS3.2 A.9.1.2",
    judge=over_network(say),
)
