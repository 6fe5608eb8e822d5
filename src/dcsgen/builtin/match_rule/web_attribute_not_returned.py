"""The match rule M232: a user agent needs an Attribute that a search does not return."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._web import both, having, of
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is lost."""
    used, provided = of(meeting)
    if not any(one.returned or one.returned_when for one in provided.attributes.values()):
        return
    for path, one in used.attributes.items():
        if not one.returned:
            continue
        other = having(provided.attributes, path)
        if other is None or (other.returned is False and other.returned_when is None):
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{meeting.user.name} uses {path} of the results, which {meeting.provider.name} does not "
                "return",
                subject=path,
                loss=Loss.REDUCED,
                sources=both(meeting, "attributes", path),
            )


RULE = MatchRule(
    code="M232",
    slug="web-attribute-not-returned",
    means=Means.WEB,
    what="A user agent uses an Attribute of the results of a search that the origin server does not return.",
    why="What is shown or decided by it is empty.",
    instead="Retrieve the metadata where the value is needed.",
    clause="PS3.18 8.3.4, 10.6.3.3",
    together="{provider} does not return {count} Attributes that {user} uses",
    judge=judge,
)
