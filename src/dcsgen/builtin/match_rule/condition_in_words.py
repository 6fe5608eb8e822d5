"""The match rule M110: a receiver refuses objects by a condition in words, about which the sender has words, too."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._conditions import demand, words
from dcsgen.builtin.match_rule._content import called, in_quotes, over_network, with_status
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """What a person has to compare, with the words of both sides next to each other."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        wanted, said = demand(taken, sent), words(content, taken, sent)
        if not wanted or not said:
            continue
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{receiver.name} takes {called(taken.read)} only if: {wanted}"
            f"{with_status(taken.attribute.status)}; {sender.name} says: {in_quotes(said)}",
            subject=taken.read,
            condition=f"compare what both say about {called(taken.read)}",
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
        )


RULE = MatchRule(
    code="M110",
    slug="condition-in-words",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver refuses objects by a condition that its mapping has in words, or by a number, and the sender "
    "says something about the same Attribute in words.",
    why="A program cannot compare sentences. Numbers of Items are the usual case: *one Item* against *one for each "
    "phase*.",
    instead="Compare the two sentences, and ask the vendors where they leave a doubt.",
    clause="PS3.2 A.9.1.1, A.9.1.2",
    together="what {user} and {provider} say in words about {count} Attributes has to be compared",
    judge=over_network(say),
)
