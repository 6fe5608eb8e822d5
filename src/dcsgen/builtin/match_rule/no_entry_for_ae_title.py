"""The match rule M111: the receiver's AE-specific mapping has no entry for the sender's AE Title."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import over_network, some
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """That the entries have to be configured."""
    sender, receiver = content.sender, content.receiver
    key = receiver.service.ae_mapping
    mapping = receiver.capability.ae_mappings.get(key)
    if mapping is None or mapping.attribute_mapping != content.taken.mapping:
        return
    titles = {title for one in mapping.attributes.values() for title in one.per_ae_title}
    if content.ae_title in titles:
        return
    who = content.ae_title or f"the AE Title of {sender.ae}, which is not stated"
    own = ("configuration", "local", sender.ae) if sender.address is not None else sender.entity_path
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{receiver.name} maps {len(mapping.attributes)} Attributes by the AE Title of the sender and has "
        f"entries for {some(sorted(titles)) or 'none'}; for {who}, its defaults hold",
        subject=content.ae_title,
        condition=f"check in the configuration of {receiver.name} whether {who} needs entries in “{mapping.title}”",
        sources=((sender, own), (receiver, ("ae_mappings", key))),
    )


RULE = MatchRule(
    code="M111",
    slug="no-entry-for-ae-title",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's mapping of Attributes can be configured by the AE Title of the sender, and there is no entry "
    "for this sender as the product is delivered.",
    why="Names of machines, wedges or tables of the sender then go to the receiver's database as they are, and "
    "objects are refused if they are unknown there.",
    instead="Have entries made at the installation, for every AE Title that sends.",
    clause="IEC TR 62266 Annex D",
    judge=over_network(say),
)
