"""The match rule M200: the user invokes an operation that the provider does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Operation
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import service_of
from dcsgen.model.operated import FROM_PROVIDER, counterparts, described
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import Operated, operated


def judge(meeting: Meeting) -> Iterator[Said]:
    """What becomes of each operation that is not there, where the provider says which are."""
    user, provider = meeting.user, meeting.provider
    for one in operated(meeting, user):
        operation = one.operation
        if operation.operation in FROM_PROVIDER or counterparts(operation, provider.service, meeting.key):
            continue
        if not described(operation, provider.service, meeting.key):
            continue
        if provider.draft:
            yield _unstated(meeting, one)
            continue
        serious = _serious(meeting, one)
        yield Said(
            outcome=Outcome.FAILS if serious else Outcome.LOSS,
            message=f"{user.name} uses {one.name}, which {provider.name} does not support",
            subject=str(one.path[-1]),
            loss=None if serious else Loss.REDUCED,
            sources=((user, one.path), (provider, (*provider.path, "operations"))),
            remedies=((provider, f"support {one.name}"), (user, f"do without {one.name}")),
        )


def _unstated(meeting: Meeting, one: Operated) -> Said:
    provider = meeting.provider
    path = (*provider.path, "operations")
    return Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"{meeting.user.name} uses {one.name}; whether {provider.name} supports it is not stated",
        subject=str(one.path[-1]),
        sources=((meeting.user, one.path), (provider, path)),
        missing=((provider, path, f"whether {one.name} is supported"),),
    )


def _serious(meeting: Meeting, one: Operated) -> bool:
    """Whether nothing is achieved without it: what only asks or clears away is missed, and the rest works."""
    kind = one.operation.operation
    if kind is Operation.N_DELETE:
        return False
    use = service_of(meeting.key)
    return kind is not Operation.N_GET or use is None or Operation.N_CREATE not in use.dimse


RULE = MatchRule(
    code="M200",
    slug="operation-not-supported",
    means=Means.NETWORK,
    what="The user invokes a DIMSE-N operation, or an action of a type, that is not among those which the provider "
    "supports for the SOP Class.",
    why="The provider answers with a failure, such as *unrecognized operation* (0211) or *no such action type* (0123).",
    instead="Have the provider support it, or the user do without.",
    clause="PS3.7 10.1",
    judge=judge,
)
