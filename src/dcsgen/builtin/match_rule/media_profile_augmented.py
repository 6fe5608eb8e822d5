"""The match rule M263: a File-set is written under an Augmented profile, and read under the one that it augments."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import one_line
from dcsgen.plugin import MatchRule, Meeting, Said

_NONE = ("", "none")


def judge(meeting: Meeting) -> Iterator[Said]:
    """What the reader may not see."""
    written, read = meeting.user.media.profile, meeting.provider.media.profile
    if written.id == read.id:
        return
    own = meeting.user.capability.application_profiles.get(written.id)
    texts = (own.sop_class_augmentations, own.directory_augmentations, own.other_augmentations) if own else ()
    said = [one_line(text) for text in texts if one_line(text).casefold() not in _NONE]
    yield Said(
        outcome=Outcome.LOSS if said else Outcome.WORKS,
        message=f"{meeting.user.name} writes under {written.id}, {meeting.provider.name} reads under {read.id}, "
        "which it augments" + (f"; what is added may be passed over: {'; '.join(said)}" if said else ""),
        subject=written.id,
        loss=Loss.IGNORED if said else None,
        sources=tuple((party, (*party.path, "profile")) for party in (meeting.user, meeting.provider)),
    )


RULE = MatchRule(
    code="M263",
    slug="media-profile-augmented",
    means=Means.MEDIA,
    what="The writer uses an Augmented Application Profile, the reader the Standard one that it was made from.",
    why="A reader of the Standard profile can read the File-set, but does not know what was added.",
    instead="See whether what was added matters.",
    clause="PS3.2 7.4",
    judge=judge,
)
