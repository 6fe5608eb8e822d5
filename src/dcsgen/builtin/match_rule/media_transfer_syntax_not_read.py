"""The match rule M262: objects are written to media in Transfer Syntaxes that the reader does not read."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._media import contents
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What cannot be read, or not always."""
    written, read = contents(meeting.user.media), contents(meeting.provider.media)
    common = [uid for uid in written if uid in read]
    refused: dict[str, list[str]] = {}
    for uid in common:
        ours, theirs = written[uid].transfer_syntaxes, read[uid].transfer_syntaxes
        others = [name for each, name in ours.items() if each not in theirs]
        if theirs and others:
            refused.setdefault(listed(others, "and"), []).append(uid)
    for names, uids in refused.items():
        # Nothing of what is written can be read.
        whole = uids == common and not any(
            set(written[uid].transfer_syntaxes) & set(read[uid].transfer_syntaxes) for uid in uids
        )
        what = listed([written[uid].name for uid in uids], "and")
        yield Said(
            outcome=Outcome.FAILS if whole else Outcome.LOSS,
            message=f"{meeting.user.name} may write {what} in {names}, which {meeting.provider.name} does not read",
            subject=names,
            loss=None if whole else Loss.IGNORED,
            sources=tuple((party, (*party.path, "contents")) for party in (meeting.user, meeting.provider)),
            remedies=((meeting.user, "write Explicit VR Little Endian"), (meeting.provider, f"read {names}"))
            if whole
            else (),
        )


RULE = MatchRule(
    code="M262",
    slug="media-transfer-syntax-not-read",
    means=Means.MEDIA,
    what="The writer of a File-set may use Transfer Syntaxes that the reader does not read.",
    why="These objects cannot be imported.",
    instead="Have the writer use Explicit VR Little Endian, which every profile for general use allows.",
    clause="PS3.11 D.3.1",
    judge=judge,
)
