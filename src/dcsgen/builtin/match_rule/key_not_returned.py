"""The match rule M151: the provider does not return a key that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Display
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.model.queried import Asked
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import key_sources, other_level, supports


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each key; what is copied into objects has a rule of its own."""
    provider = meeting.provider
    for one, there in supports(meeting):
        if not one.wanted or one.key.copied_into:
            continue
        if there.level and not one.matching:
            yield other_level(meeting, one, there)
        if there.level or there.returned is not False:
            continue
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{provider.name} does not return {one.name}{_use(meeting, one)}",
            subject=one.path,
            loss=Loss.IGNORED,
            sources=key_sources(meeting, one, there),
        )


def _use(meeting: Meeting, one: Asked) -> str:
    name = meeting.user.name
    if one.key.display is Display.SHOWN:
        return f", which {name} shows"
    if one.key.display is Display.CONFIGURED:
        return f", which {name} shows if it is so configured"
    return f", which {name} asks for"


RULE = MatchRule(
    code="M151",
    slug="key-not-returned",
    means=Means.NETWORK,
    service_classes=QUERYING,
    what="The user asks for the value of a key, and it is not among those that the provider returns.",
    why="The value stays empty: whoever looks at the list does not see it.",
    instead="Have the provider return it, or do without.",
    clause="PS3.4 C.2.2.1, K.2.2.1.2",
    together="{provider} does not return {count} keys that {user} asks for",
    judge=judge,
)
