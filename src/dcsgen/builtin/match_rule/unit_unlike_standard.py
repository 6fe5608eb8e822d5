"""The match rule M109: a receiver reads a number in another unit than the standard has it sent in."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard import iods
from dcsgen.base.standard.attribute_units import same_unit, units_of
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._content import called, over_network
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The Attributes that the two products would understand differently."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        unit, key = taken.attribute.unit, iods.module_key(taken.module)
        standard = units_of(key, taken.path.split(".")[-1]) if unit and key else None
        if standard is None or sent.overall is Certainty.NEVER:
            continue
        if any(same_unit(unit, other) for other in standard.units):
            continue
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{receiver.name} reads {called(taken.read)} in {unit}; by {standard.clause} it is in "
            f"{listed(list(standard.units), 'or')}, and so {sender.name} writes it",
            subject=taken.read,
            sources=((sender, sent.at), *((receiver, (*path, "unit")) for path in taken.sources[:1])),
            remedies=((receiver, f"read {called(taken.read)} in {listed(list(standard.units), 'or')}"),),
        )


RULE = MatchRule(
    code="M109",
    slug="unit-unlike-standard",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver says that it reads an Attribute in another unit than that of PS3.3, in which the sender writes "
    "it.",
    why="A number that is taken for centimetres and was millimetres is not refused: it is wrong.",
    instead="Ask the vendor of the receiver whether the description or the product is wrong. What is converted on the "
    "way to a field belongs to the conversion; the unit is that of the received value.",
    clause="PS3.3",
    together="{provider} reads {count} Attributes of {user} in other units than the standard",
    judge=over_network(say),
)
