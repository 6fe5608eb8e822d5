"""The match rule M208: the provider does not say what it asks of operations."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.text import some
from dcsgen.model.operated import FROM_PROVIDER, operations_of
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import operated


def judge(meeting: Meeting) -> Iterator[Said]:
    """A remark: PS3.4 has the operations supported, but values and required Attributes are the provider's."""
    user, provider = meeting.user, meeting.provider
    used = [one for one in operated(meeting, user) if one.operation.operation not in FROM_PROVIDER]
    # Of a request for commitment, PS3.4 has all Attributes in any case, and they have no values to choose from.
    if (
        not used
        or meeting.service_class == ServiceClass.COMMITMENT
        or any(operations_of(provider.service, meeting.key))
    ):
        return
    names = some(list(dict.fromkeys(str(one.operation.operation) for one in used)))
    yield Said(
        outcome=Outcome.WORKS,
        message=f"which Attributes {provider.name} requires, and which values it accepts, in {names} is not stated",
        sources=((user, (*user.path, "operations")), (provider, provider.path)),
        missing=((provider, (*provider.path, "operations"), f"what it requires and accepts in {names}"),),
    )


RULE = MatchRule(
    code="M208",
    slug="operations-not-stated",
    means=Means.NETWORK,
    what="The user states its DIMSE-N operations, and the provider states none for the SOP Class.",
    why="PS3.4 says which operations and Attributes a provider has to support. Which of them it refuses to do without, "
    "and which values it has, such as sizes of film, is up to it.",
    instead="Ask the vendor for the Attributes and values.",
    clause="PS3.2 A.4.2.1.3",
    judge=judge,
)
