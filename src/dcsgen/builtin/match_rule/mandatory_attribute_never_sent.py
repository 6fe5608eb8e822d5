"""The match rule M100: a receiver needs an Attribute that the sender never writes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import Use
from dcsgen.builtin.match_rule._content import (
    called,
    instead,
    only,
    over_network,
    status_if_missing,
    with_status,
)
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """What is refused for want of an Attribute; inside a Sequence, only objects with the Sequence are."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        unsure = sent.around in (Certainty.NEVER, Certainty.NOT_STATED)
        if taken.attribute.use is not Use.MANDATORY or sent.value is not Certainty.NEVER or unsure:
            continue
        always = sent.around is Certainty.ALWAYS
        how = f"to which {sender.name} never gives a value" if sent.empty else f"which {sender.name} never writes"
        which = "every object" if always else "every object with the Sequence"
        status = with_status(status_if_missing(content, taken, sent))
        around = f". {sender.name} has it {only(sent.around_when[-1:])}" if not always and any(sent.around_when) else ""
        yield Said(
            outcome=Outcome.FAILS if always else Outcome.LOSS,
            message=f"{receiver.name} needs {called(taken.read)}{instead(taken)}, {how}: "
            f"{which} is refused{status}{around}",
            subject=taken.read,
            loss=None if always else Loss.REFUSED,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
            remedies=(
                (sender, f"write {called(taken.read)}"),
                (receiver, f"take objects without {called(taken.read)}"),
            )
            if always
            else (),
        )


RULE = MatchRule(
    code="M100",
    slug="mandatory-attribute-never-sent",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's mapping calls an Attribute mandatory that the sender does not write into its objects, or "
    "never with a value.",
    why="Every object is refused; if the Attribute stands in a Sequence, every object that has an Item of it. The "
    "standard often lets the sender leave it out, so both products can be conformant.",
    instead="Have the sender write the Attribute, which may be a matter of its configuration, or have the receiver "
    "take objects without it.",
    clause="PS3.2 A.9.1.1, A.9.1.2",
    together="{provider} needs {count} Attributes that {user} never writes",
    judge=over_network(say),
)
