"""The match rule M231: a user agent searches by an Attribute that the origin server does not match."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._web import both, having, of
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is lost."""
    used, provided = of(meeting)
    if not provided.attributes:
        return
    user, provider = meeting.user, meeting.provider
    for path, one in used.attributes.items():
        if not one.matching and not one.matching_types:
            continue
        other = having(provided.attributes, path)
        if other is None or (other.matching is False):
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{user.name} searches by {path}, which {provider.name} does not match",
                subject=path,
                loss=Loss.IGNORED,
                sources=both(meeting, "attributes", path),
            )
            continue
        lacking = [kind for kind in one.matching_types if other.matching_types and kind not in other.matching_types]
        if lacking:
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{user.name} searches by {path} with {', '.join(lacking).replace('_', ' ')} matching, which "
                f"{provider.name} does not have",
                subject=path,
                loss=Loss.REDUCED,
                sources=both(meeting, "attributes", path),
            )


RULE = MatchRule(
    code="M231",
    slug="web-attribute-not-matched",
    means=Means.WEB,
    what="A user agent searches by an Attribute, or in a way, that the origin server does not support.",
    why="The parameter is ignored, so that more is found than was asked for, or the request is refused.",
    instead="Search by Attributes of both, and have the user agent look through what is returned.",
    clause="PS3.18 8.3.4",
    together="{provider} does not match {count} Attributes by which {user} searches",
    judge=judge,
)
