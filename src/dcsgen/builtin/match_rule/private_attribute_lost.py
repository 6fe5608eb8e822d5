"""The match rule M126: a sender writes private Attributes that the receiver does not use."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Presence
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.builtin.match_rule._content import over_network
from dcsgen.model import PrivateAttribute
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content

FULL = 2
"""The level of a storage SCP that keeps all Attributes, private ones too (PS3.4 B.4.1)."""


def say(content: Content) -> Iterator[Said]:
    """The private Attributes of Modules of the objects; a receiver that keeps everything, or lists them, loses none."""
    sender, receiver, sent = content.sender, content.receiver, content.sent
    extended = content.sop_class.kind is not SopClassKind.STANDARD
    if receiver.draft or not (sent.iod or extended) or not (content.taken.mapping or _keeps_less(content)):
        return
    known = {one.creator for one in (receiver.capability.private_attributes or {}).values()}
    for tag, one in (sender.capability.private_attributes or {}).items():
        if one.module not in sent.modules or one.creator in known or one.presence is Presence.EMPTY:
            continue
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} {_how(content)} {one.name} {tag} of {quoted(one.creator)}, which "
            f"{sender.name} {_when(one)}",
            subject=tag,
            loss=Loss.IGNORED,
            sources=((sender, ("private_attributes", tag)), (receiver, _at(content))),
        )


def _keeps_less(content: Content) -> bool:
    level = content.receiver.service.level_of_conformance
    return level is not None and level < FULL


def _how(content: Content) -> str:
    return "does not use" if content.taken.mapping else "may discard"


def _at(content: Content) -> tuple[str, ...]:
    if content.taken.mapping:
        return ("attribute_mappings", content.taken.mapping)
    return (*map(str, content.receiver.path), "level_of_conformance")


def _when(one: PrivateAttribute) -> str:
    sometimes = (Presence.VALUE_NOT_ALWAYS, Presence.ATTRIBUTE_NOT_ALWAYS, Presence.NEITHER_ALWAYS)
    return (
        "always writes"
        if one.presence is Presence.ALWAYS
        else "sometimes writes"
        if one.presence in sometimes
        else "writes"
    )


RULE = MatchRule(
    code="M126",
    slug="private-attribute-lost",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender writes private Attributes, and the receiver maps the standard ones only, or does not keep all.",
    why="Objects that come back from the receiver lack them, and the sender may need them.",
    instead="Keep the originals at the sender or in an archive of level 2.",
    clause="PS3.4 B.4.1, PS3.5 7.8",
    together="{provider} loses {count} private Attributes of {user}",
    judge=over_network(say),
)
