"""The match rule M221: a user agent asks for a resource that the origin server does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._web import both, of, provider_path
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    user, provider = meeting.user, meeting.provider
    wanted, had = (transaction.resources for transaction in of(meeting))
    if not wanted:
        return
    if not had:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"which resources {provider.name} has for {meeting.key} is not stated",
            sources=both(meeting, "resources"),
            missing=((provider, provider_path(meeting, "resources"), f"the resources of {meeting.key}"),),
        )
        return
    absent = [name for name in wanted if name not in had]
    if not absent:
        return
    names = listed(absent, "and")
    yield Said(
        outcome=Outcome.FAILS if len(absent) == len(wanted) else Outcome.LOSS,
        message=f"{user.name} asks for {names}, which {provider.name} does not have; it has {listed(list(had), 'and')}",
        subject=" ".join(absent),
        loss=None if len(absent) == len(wanted) else Loss.REDUCED,
        sources=both(meeting, "resources"),
        remedies=((user, f"ask for {listed(list(had), 'or')}"), (provider, f"support {names}")),
    )


RULE = MatchRule(
    code="M221",
    slug="web-resource-not-supported",
    means=Means.WEB,
    what="A user agent asks for a resource that the origin server does not support for the transaction.",
    why="The request is answered with 404 (Not Found) or 501 (Not Implemented).",
    instead="Ask for a resource that both have, such as the study in the place of the series.",
    clause="PS3.18 8.2, 8.5",
    judge=judge,
)
