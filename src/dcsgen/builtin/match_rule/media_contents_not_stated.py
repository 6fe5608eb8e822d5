"""The match rule M260: what is written to media, or read from them, is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._media import contents
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is not stated."""
    for party, does, role in ((meeting.user, "writes", "FSC or FSU"), (meeting.provider, "reads", "FSR or FSU")):
        profile = party.media.profile.id
        if not contents(party.media):
            path = (*party.path, "contents")
            yield Said(
                outcome=Outcome.CANNOT_TELL,
                message=f"which SOP Classes {party.ae} of {party.name} {does} under {profile} is not stated",
                sources=((party, party.path),),
                missing=((party, path, f"the SOP Classes that {party.ae} {does}, with their Transfer Syntaxes"),),
            )
        if not party.media.roles:
            yield Said(
                outcome=Outcome.CANNOT_TELL,
                message=f"whether {party.ae} of {party.name} {does} File-sets under {profile} is not stated",
                sources=((party, party.path),),
                missing=((party, (*party.path, "roles"), f"whether {party.ae} is {role}"),),
            )


RULE = MatchRule(
    code="M260",
    slug="media-contents-not-stated",
    means=Means.MEDIA,
    what="A product does not say in which role it handles File-sets, or which SOP Classes are in them.",
    why="An Application Profile allows more than a product writes or reads.",
    instead="Ask the vendor.",
    clause="PS3.2 A.5.2",
    judge=judge,
)
