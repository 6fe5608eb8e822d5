"""The match rule M106: a text of the sender can be longer than the receiver takes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import TooLong
from dcsgen.builtin.match_rule._content import called, in_quotes, instead, over_network, with_status
from dcsgen.builtin.match_rule._lengths import too_long
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The texts that have an object refused when they are too long; where nothing says what happens, that is said."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        found = too_long(taken, sent)
        if found is None or taken.attribute.too_long is TooLong.TRUNCATED:
            continue
        what = f"{called(taken.read)}{instead(taken)}"
        remark = sent.attribute.remark
        by = f" ({found.by})" if found.by else f" ({in_quotes(remark)})" if remark else ""
        status = with_status(content.status_for("too_long")) if taken.attribute.too_long else ""
        verb = "has no room for" if taken.attribute.too_long is None else "refuses"
        rejected = taken.attribute.too_long is TooLong.REJECTED
        fails = found.always and rejected
        yield Said(
            outcome=Outcome.FAILS if fails else Outcome.LOSS,
            message=f"{receiver.name} {verb} more than {found.length} characters of {what}{status}; "
            f"{sender.name} writes up to {found.longest}{by}",
            subject=taken.read,
            loss=None if fails else Loss.REFUSED if rejected else Loss.REDUCED,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
            remedies=(
                (sender, f"write at most {found.length} characters of {called(taken.read)}"),
                (receiver, f"have room for {found.longest} characters of {called(taken.read)}"),
            )
            if fails
            else (),
        )


RULE = MatchRule(
    code="M106",
    slug="text-refused-as-too-long",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="A text of the sender can be longer than the receiver's field, and the receiver refuses such an object, or "
    "does not say what happens to it.",
    why="Plans with long labels or names do not arrive. What the standard allows (PS3.5 6.2) counts if the sender "
    "states no limit of its own.",
    instead="Agree on the length of labels and identifiers, and configure it at the sender if it can be.",
    clause="PS3.5 6.2, PS3.2 A.9.1.2",
    together="{provider} refuses objects for {count} texts that can be too long at {user}",
    judge=over_network(say),
)
