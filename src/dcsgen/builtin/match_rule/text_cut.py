"""The match rule M120: a text of the sender can be longer than the receiver's field, and is cut."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import TooLong
from dcsgen.builtin.match_rule._content import called, in_quotes, instead, over_network, with_status
from dcsgen.builtin.match_rule._lengths import too_long
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The texts that can be cut."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        found = too_long(taken, sent)
        if found is None or taken.attribute.too_long is not TooLong.TRUNCATED:
            continue
        remark = sent.attribute.remark
        by = f" ({found.by})" if found.by else f" ({in_quotes(remark)})" if remark else ""
        status = with_status(content.status_for("truncated"))
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} cuts {called(taken.read)}{instead(taken)} after {found.length} "
            f"characters{status}; {sender.name} writes up to {found.longest}{by}",
            subject=taken.read,
            loss=Loss.TRUNCATED,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
        )


RULE = MatchRule(
    code="M120",
    slug="text-cut",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="A text of the sender can be longer than the receiver's field, and the receiver cuts it.",
    why="Two texts that differ at their ends look the same at the receiver, and instructions may end in the middle of "
    "a sentence.",
    instead="Have users of the sender keep what matters within the length.",
    clause="PS3.5 6.2, PS3.2 A.9.1.2",
    together="{provider} cuts {count} texts of {user} that can be longer than its fields",
    judge=over_network(say),
)
