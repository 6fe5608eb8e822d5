"""The match rule M131: a sender passes on objects whose content depends on where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Use
from dcsgen.builtin.match_rule._content import over_network
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """That the source has to be matched with the receiver, where the receiver wants anything."""
    sender, receiver = content.sender, content.receiver
    if content.forwarded is None or not content.taken.mapping:
        return
    count = sum(one.attribute.use is Use.MANDATORY for one, _ in content.used)
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{sender.name} passes on objects of others: whether they have the {count} Attributes that "
        f"{receiver.name} needs depends on the product that created them",
        condition=f"match the products that create the objects with {receiver.name}",
        sources=(
            (sender, content.forwarded),
            (receiver, ("attribute_mappings", content.taken.mapping)),
        ),
    )


RULE = MatchRule(
    code="M131",
    slug="content-of-forwarded-objects",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender passes on objects that it has received, or stores such objects and does not say that it creates "
    "any; and the receiver needs certain Attributes.",
    why="What is in the objects is for their creator to say.",
    instead="Match the creators of the objects with the receiver.",
    clause="PS3.2 A.9.1.1",
    judge=over_network(say),
)
