"""The match rule M154: the user asks at a level of the Information Model at which the provider has no keys."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import RETRIEVING
from dcsgen.base.text import listed
from dcsgen.model.queried import levels_of
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import lacking_levels


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss if there are other levels, else a failure."""
    user, provider = meeting.user, meeting.provider
    lacking = lacking_levels(meeting)
    if not lacking:
        return
    word = "level" if len(lacking) == 1 else "levels"
    levels = listed(lacking, "and")
    others = len(levels_of(user.service, meeting.key)) > len(lacking)
    yield Said(
        outcome=Outcome.LOSS if others else Outcome.FAILS,
        message=f"{user.name} asks at the {word} {levels}, for which {provider.name} states no keys",
        subject=" ".join(lacking),
        loss=Loss.REDUCED if others else None,
        sources=tuple((party, (*party.path, "keys")) for party in (user, provider)),
        remedies=((provider, f"support queries at the {word} {levels}"),),
    )


RULE = MatchRule(
    code="M154",
    slug="level-not-supported",
    means=Means.NETWORK,
    service_classes=RETRIEVING,
    what="The user has keys of a level, such as SERIES or IMAGE, and the provider has keys, but none of this level.",
    why="A provider has to support all levels of an Information Model; one without keys of a level cannot say what is "
    "there.",
    instead="Ask the vendor about this level; stop at the one above.",
    clause="PS3.4 C.6.1.1, C.6.2.1",
    judge=judge,
)
