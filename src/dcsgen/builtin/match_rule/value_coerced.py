"""The match rule M127: a receiver changes Attributes of the objects that it stores."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import CoercionChange
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._coercions import coerced
from dcsgen.builtin.match_rule._content import WRITTEN, over_network
from dcsgen.model import Coercion
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """What is changed in objects of the SOP Class; what is added loses nothing, and what is not there cannot change."""
    sender, receiver = content.sender, content.receiver
    for path, one in (receiver.service.coercion or {}).items():
        if one.implied or not _concerns(content, path, one):
            continue
        known = content.sent.attributes.get(path)
        lost = one.change is not CoercionChange.ADDED
        yield Said(
            outcome=Outcome.LOSS if lost else Outcome.WORKS,
            message=f"{receiver.name} {coerced(path, one)}",
            subject=path,
            loss=Loss.COERCED if lost else None,
            sources=(
                *(((sender, known.at),) if known is not None else ()),
                (receiver, (*receiver.path, "coercion", path)),
            ),
        )


def _concerns(content: Content, path: str, one: Coercion) -> bool:
    """Whether objects of the sender can be changed so."""
    if one.sop_classes and content.sop_class.uid not in {each.uid for each in one.sop_classes}:
        return False
    known = content.sent.attributes.get(path)
    there = known.overall if known is not None else Certainty.NEVER if content.sent.stated else Certainty.NOT_STATED
    if one.change is CoercionChange.ADDED:
        return there is not Certainty.ALWAYS
    return there in WRITTEN or (one.change is CoercionChange.MODIFIED and there is Certainty.NOT_STATED)


RULE = MatchRule(
    code="M127",
    slug="value-coerced",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver changes, adds or removes Attributes of the objects that it stores.",
    why="Whoever gets an object back gets other values than were sent; identifiers of patients and studies are the "
    "usual case. The status B000 tells the sender, if it is returned.",
    instead="Have the sender take its patients from the same source, so that nothing needs to be changed.",
    clause="PS3.4 B.4.1, PS3.2 Table N.5-11",
    together="{provider} changes or adds {count} Attributes in objects of {user}",
    judge=over_network(say),
)
