"""The match rule M110: a receiver refuses objects by a condition in words, about which the sender has words, too."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Use
from dcsgen.builtin.match_rule._content import (
    called,
    in_quotes,
    needed_first,
    outside,
    over_network,
    ranged,
    read_from,
    with_status,
)
from dcsgen.model.sent import Certainty, Sent
from dcsgen.model.taken import Taken
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """What a person has to compare, with the words of both sides next to each other."""
    sender, receiver = content.sender, content.receiver
    for taken in content.taken.used():
        sent = read_from(content, taken)
        demand, words = _demand(taken, sent), _words(taken, sent)
        refuses = content.refuses(taken.attribute.status) is True or needed_first(taken)
        if not demand or not words or not refuses or sent.overall is Certainty.NEVER:
            continue
        if taken.attribute.values and outside(content, taken, sent):
            continue
        status = with_status(taken.attribute.status)
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{receiver.name} takes {called(taken.read)} only if: {demand}{status}; "
            f"{sender.name} says: {in_quotes(words)}",
            subject=taken.read,
            condition=f"compare what both say about {called(taken.read)}",
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
        )


def _demand(taken: Taken, sent: Sent) -> str:
    row = taken.attribute
    first = "it is in the first Item" if row.use is Use.MANDATORY and needed_first(taken) else ""
    numbers = ranged(row.range, row.unit) if row.range is not None and not sent.attribute.values else ""
    return ", ".join(part for part in (first, in_quotes(row.constraint), numbers) if part)


def _words(taken: Taken, sent: Sent) -> str:
    """What the sender says about values; a remark about their length alone is what other rules look at."""
    if needed_first(taken) and sent.value is Certainty.SOMETIMES:
        return " ".join(sent.when)
    return "" if taken.attribute.length else sent.attribute.remark


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
