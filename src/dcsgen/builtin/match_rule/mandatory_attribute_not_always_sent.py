"""The match rule M101: a receiver needs an Attribute that the sender does not always write."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import Use
from dcsgen.builtin.match_rule._content import (
    called,
    instead,
    needed_first,
    only,
    over_network,
    status_if_missing,
    with_status,
)
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """Which objects are refused, by the sender's own condition for the Attribute."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        if taken.attribute.use is not Use.MANDATORY or sent.value is not Certainty.SOMETIMES:
            continue
        # Whether the first Item has it, the sender can say in words only; M110 shows them.
        if sent.around is Certainty.NEVER or needed_first(taken):
            continue
        how = "gives it a value" if sent.empty else "writes it"
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} refuses objects without {called(taken.read)}{instead(taken)}"
            f"{with_status(status_if_missing(content, taken, sent))}; {sender.name} {how} {only(sent.when)}",
            subject=taken.read,
            loss=Loss.REFUSED,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
        )


RULE = MatchRule(
    code="M101",
    slug="mandatory-attribute-not-always-sent",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver's mapping calls an Attribute mandatory that the sender writes into some of its objects only, "
    "or sometimes without a value.",
    why="Objects without it are refused, so that one patient's plan arrives and another one's does not. Which ones "
    "depends on the condition that the sender states.",
    instead="Ask the sender whether it can be configured to write the Attribute always, and have its users told what "
    "they have to enter.",
    clause="PS3.2 A.9.1.1, A.9.1.2",
    together="{provider} needs {count} Attributes that {user} does not always write",
    judge=over_network(say),
)
