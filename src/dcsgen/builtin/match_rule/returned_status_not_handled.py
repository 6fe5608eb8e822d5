"""The match rule M207: the provider returns status codes that the user does not speak of."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.text import some
from dcsgen.base.words import StatusClass
from dcsgen.model.returned import returned_for, statuses_of, unhandled
from dcsgen.plugin import MatchRule, Meeting, Path, Said
from dcsgen.plugin.match_rule import Party

_STORING = (ServiceClass.STORAGE, ServiceClass.NON_PATIENT_STORAGE)
"""What comes back from C-STORE is part of what becomes of objects, which has rules of its own."""


def judge(meeting: Meeting) -> Iterator[Said]:
    """One remark for all codes: each belongs to a class by its value, so a user need not know it to treat it right."""
    user, provider = meeting.user, meeting.provider
    if meeting.service_class in _STORING:
        return
    handled = statuses_of(user.capability, user.service)
    returned = returned_for(statuses_of(provider.capability, provider.service), meeting.key)
    left = unhandled(returned, handled) if handled else {}
    if not left:
        return
    codes = [f"{code} ({status.class_})" for code, status in left.items() if status.class_ is not StatusClass.SUCCESS]
    if codes:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{provider.name} may return {some(codes, 6)}; what {user.name} does then is not stated",
            subject=" ".join(left),
            sources=(_source(user), _source(provider)),
            missing=((user, _source(user)[1], f"what it does on {some(list(left), 6)}"),),
        )


def _source(party: Party) -> tuple[Party, Path]:
    if party.service.statuses:
        return party, (*party.path, "statuses")
    return party, (*party.path, "status_table")


RULE = MatchRule(
    code="M207",
    slug="returned-status-not-handled",
    means=Means.NETWORK,
    what="The provider lists a status code that it may return, and the user, which lists codes too, has no line for it "
    "and none for all others.",
    why="What the user does then is not known: a warning may be taken for a failure, or a failure be overlooked.",
    instead="Ask the vendor of the user. PS3.7 gives each code a class by its value, by which it should be treated.",
    clause="PS3.7 C",
    judge=judge,
)
