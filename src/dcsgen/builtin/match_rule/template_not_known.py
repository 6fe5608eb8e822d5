"""The match rule M133: a sender makes reports with a template that the receiver does not list."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._content import over_network
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The root templates of the reports; a receiver that keeps what it does not understand says so by its level."""
    sender, receiver = content.sender, content.receiver
    there = receiver.capability.templates
    if not there or not content.sent.iod or not _reads(content):
        return
    known = {one.tid for one in there.values()}
    for key, one in (sender.capability.templates or {}).items():
        if content.sent.iod not in one.iods or one.root is False or one.tid in known:
            continue
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} lists the templates {listed(sorted(known), 'and')}; {sender.name} makes reports "
            f"with TID {one.tid} ({one.name})",
            subject=one.tid,
            loss=Loss.IGNORED,
            sources=((sender, ("templates", key)), (receiver, ("templates",))),
            remedies=((receiver, f"read reports with TID {one.tid}"),),
        )


def _reads(content: Content) -> bool:
    """Whether the receiver's templates are about reports that it receives."""
    received = content.taken.iod
    return (
        any(received in one.iods for one in (content.receiver.capability.templates or {}).values())
        if received
        else False
    )


RULE = MatchRule(
    code="M133",
    slug="template-not-known",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender makes structured reports with a template that is none of those which the receiver reads.",
    why="The report is stored, and can be shown as text at best; its measurements are not taken over.",
    instead="Have the sender use a template that the receiver reads.",
    clause="PS3.2 A.9.4, PS3.16",
    judge=over_network(say),
)
