"""The match rule M261: SOP Classes that one side writes to media, and the other one does not read."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._media import contents
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What cannot be read: of what is written, and of the Transfer Syntaxes in which it is."""
    written, read = contents(meeting.user.media), contents(meeting.provider.media)
    if not written or not read:
        return
    lost = {uid: one for uid, one in written.items() if uid not in read}
    sources = tuple((party, (*party.path, "contents")) for party in (meeting.user, meeting.provider))
    if lost:
        nothing = len(lost) == len(written)
        names = listed([one.name for one in lost.values()], "and")
        yield Said(
            outcome=Outcome.FAILS if nothing else Outcome.LOSS,
            message=f"{meeting.provider.name} does not read {names}, which {meeting.user.name} writes",
            subject=" ".join(lost),
            loss=None if nothing else Loss.IGNORED,
            sources=sources,
            remedies=((meeting.provider, f"read {names}"),) if nothing else (),
        )


RULE = MatchRule(
    code="M261",
    slug="media-sop-class-not-read",
    means=Means.MEDIA,
    what="The writer of a File-set puts in objects of SOP Classes that the reader does not read.",
    why="These objects are left on the medium.",
    instead="Send them over the network, or have the reader support them.",
    clause="PS3.11 D",
    judge=judge,
)
