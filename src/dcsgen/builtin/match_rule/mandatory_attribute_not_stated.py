"""The match rule M107: a receiver needs an Attribute of which the sender does not state whether it writes it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Use
from dcsgen.builtin.match_rule._content import called, over_network, some
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The Attributes of which nobody knows; if the sender says nothing at all about its objects, that once.

    An Attribute that may only be missing because it is unknown whether the Sequence around it is there counts, too, if
    it is never in one.
    """
    if content.forwarded is not None:
        return
    sender, receiver = content.sender, content.receiver
    unknown = []
    for taken, sent in content.used:
        if taken.attribute.use is not Use.MANDATORY or sent.around is Certainty.NEVER:
            continue
        dangling = sent.value is Certainty.NEVER and sent.around is Certainty.NOT_STATED
        if sent.value is Certainty.NOT_STATED or dangling:
            unknown.append((taken, sent))
    if unknown and not content.sent.stated:
        names = tuple(called(taken.read) for taken, _ in unknown)
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{receiver.name} needs {some(names)}; {sender.name} does not state what it writes into objects of "
            f"{content.sop_class.name}",
            sources=((sender, sender.path), (receiver, ("attribute_mappings", content.taken.mapping))),
            missing=((sender, content.sent.at, f"what it writes into objects of {content.sop_class.name}"),),
        )
        return
    for taken, sent in unknown:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{receiver.name} needs {called(taken.read)}; {sender.name} does not state whether it writes it",
            subject=taken.read,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
            missing=((sender, sent.at, f"whether it always writes {called(taken.read)}"),),
        )


RULE = MatchRule(
    code="M107",
    slug="mandatory-attribute-not-stated",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's mapping calls an Attribute mandatory, and the sender does not state whether it is in its "
    "objects; the standard does not demand it either.",
    why="Objects without it are refused. An Attribute of Type 1 in a mandatory Module is always there, and not asked "
    "for.",
    instead="Ask the vendor of the sender; `dcsgen questions` collects what to ask for.",
    clause="PS3.2 A.9.1.1, PS3.5 7.4",
    together="{user} does not state whether it writes {count} Attributes that {provider} needs",
    judge=over_network(say),
)
