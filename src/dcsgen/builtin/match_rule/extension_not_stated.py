"""The match rule M135: a sender extends a SOP Class and does not state by what."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import SopClassKind
from dcsgen.builtin.match_rule._content import over_network
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The extension of which neither private Attributes nor the content of the objects are stated."""
    sender = content.sender
    stated = content.sent.stated or sender.capability.private_attributes is not None
    if content.sop_class.kind is not SopClassKind.STANDARD_EXTENDED or stated or content.forwarded is not None:
        return
    key = next((key for key, one in sender.capability.sop_classes.items() if one.uid == content.sop_class.uid), "")
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{sender.name} adds Attributes to objects of {content.sop_class.name} and does not state which; "
        f"{content.receiver.name} can ignore them",
        sources=((sender, ("sop_classes", key) if key else sender.path), (content.receiver, content.receiver.path)),
        missing=((sender, ("private_attributes",), f"what it adds to objects of {content.sop_class.name}"),),
    )


RULE = MatchRule(
    code="M135",
    slug="extension-not-stated",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender's SOP Class is a Standard Extended one, and it is not stated which Attributes it adds.",
    why="What is added is of Type 3, so that objects are understood without it; but whatever it is, it can get lost.",
    instead="Ask the vendor of the sender.",
    clause="PS3.2 7.3",
    judge=over_network(say),
)
