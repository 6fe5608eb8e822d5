"""The match rule M123: a receiver puts a value of its own where the sender has none."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._content import called, in_quotes, instead, needed_first, only, over_network
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The Attributes that are filled in; a default without a field only spares a check, and is not told."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        row = taken.attribute
        if not row.default or not row.field or sent.around is Certainty.NEVER:
            continue
        if sent.value not in (Certainty.SOMETIMES, Certainty.NEVER):
            continue
        # What counts in the first Item only may well be missing in later ones.
        if needed_first(taken) and sent.value is Certainty.SOMETIMES:
            continue
        does = "gives it a value" if sent.empty else "writes it"
        how = f"{does} {only(sent.when)}" if sent.value is Certainty.SOMETIMES else f"never {does}"
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} takes {in_quotes(row.default)} where {called(taken.read)}{instead(taken)} is "
            f"missing; {sender.name} {how}",
            subject=taken.read,
            loss=Loss.DEFAULTED,
            sources=((sender, sent.at), *((receiver, (*path, "default")) for path in taken.sources[:1])),
        )


RULE = MatchRule(
    code="M123",
    slug="default-used",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver keeps a default for an Attribute that the sender never writes, or not always.",
    why="At the receiver, the default looks like a value that was sent. For a plan, it can decide about a treatment.",
    instead="Look through the defaults; what has to be as it was planned must be sent.",
    clause="PS3.2 A.9.1.2",
    together="{provider} fills in {count} Attributes that {user} does not always write",
    judge=over_network(say),
)
