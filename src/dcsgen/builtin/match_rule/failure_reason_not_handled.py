"""The match rule M212: the result of Storage Commitment has failure reasons that the user does not speak of."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.text import some
from dcsgen.model.returned import OTHER
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """One remark for all of them, where both sides list some."""
    user, provider = meeting.user, meeting.provider
    handled = user.service.failure_reasons
    if not handled or OTHER in handled:
        return
    left = [code for code in provider.service.failure_reasons if code not in handled]
    if left:
        path = (*user.path, "failure_reasons")
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{provider.name} may give the failure reasons {some(left, 6)}; what {user.name} does then is not "
            "stated",
            subject=" ".join(left),
            sources=((user, path), (provider, (*provider.path, "failure_reasons"))),
            missing=((user, path, f"what it does on {some(left, 6)}"),),
        )


RULE = MatchRule(
    code="M212",
    slug="failure-reason-not-handled",
    means=Means.NETWORK,
    service_classes=(ServiceClass.COMMITMENT,),
    what="The provider lists a value of Failure Reason (0008,1197) that the user, which lists some too, does not.",
    why="Whether objects are sent again, kept or given up depends on what the user does with the reason.",
    instead="Ask the vendor of the user.",
    clause="PS3.3 C.14.1.1",
    judge=judge,
)
