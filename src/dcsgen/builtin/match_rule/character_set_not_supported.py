"""The match rule M075: one side may send texts in a character set that the other one does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.place import Path
from dcsgen.base.text import listed, one_line
from dcsgen.plugin import MatchRule, Meeting, Party, Said

SUPPORTED: Path = ("character_sets", "supported")

ONE_WAY = ("Storage", "Non-Patient Object Storage")
"""Service Classes in which only the user sends texts."""

WITHOUT_TEXTS = ("Verification", "Storage Commitment")


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is lost, in each direction in which texts go."""
    if meeting.service_class in WITHOUT_TEXTS:
        return
    yield from _sent(meeting.user, meeting.provider)
    if meeting.service_class not in ONE_WAY:
        yield from _sent(meeting.provider, meeting.user)


def _sent(sender: Party, receiver: Party) -> Iterator[Said]:
    sent, known = (party.capability.character_sets.supported for party in (sender, receiver))
    if not sent:
        return
    sources = ((sender, SUPPORTED), (receiver, SUPPORTED))
    if known is None:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"which character sets {receiver.name} supports is not stated; {sender.name} may send texts in "
            f"{listed(sent, 'or')}",
            missing=((receiver, SUPPORTED, "the character sets that it supports"),),
            sources=sources,
        )
        return
    unknown = [term for term in sent if term not in known]
    if unknown:
        otherwise = one_line(receiver.capability.character_sets.unsupported)
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{receiver.name} does not support {listed(unknown, 'and')}, in which {sender.name} may send texts"
            + (f": {otherwise}" if otherwise else ""),
            subject=", ".join(unknown),
            loss=Loss.COERCED,
            sources=sources,
        )


RULE = MatchRule(
    code="M075",
    slug="character-set-not-supported",
    means=Means.NETWORK,
    what="One side may send texts in a character set that the other one does not support.",
    why="Names of patients and other texts with such characters are shown or stored wrongly, or refused.",
    instead="Have the sender use a character set of both sides, such as ISO_IR 192 (UTF-8) or ISO_IR 100, where it can "
    "be configured.",
    clause="PS3.3 C.12.1.1.2, PS3.5 6.1",
    judge=judge,
)
