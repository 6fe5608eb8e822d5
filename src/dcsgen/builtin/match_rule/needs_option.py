"""The match rule M040: a service has to be bought or configured before it is there."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Outcome
from dcsgen.base.text import one_line
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """A condition for each side that names one."""
    for party in (meeting.user, meeting.provider):
        option = one_line(party.record.option)
        if option:
            yield Said(
                outcome=Outcome.WORKS,
                message=f"{party.record.title or party.path[-1]} of {party.name} is an option",
                condition=f"{party.name}: {option}",
                sources=((party, (*party.path, "option")),),
            )


RULE = MatchRule(
    code="M040",
    slug="needs-option",
    what="One side has the service only if it has been bought or configured.",
    why="What a Conformance Statement describes is not always what was installed.",
    instead="Put the option into the order, or see that it is switched on.",
    clause="PS3.2 N.2",
    judge=judge,
)
