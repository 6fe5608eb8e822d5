"""The match rule M150: the provider does not look at the value of a key that is asked with."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.model.queried import REQUIRED, Asked, Supported
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import key_sources, other_level, supports


def judge(meeting: Meeting) -> Iterator[Said]:
    """What becomes of each key with a value that the provider does not list, or only returns."""
    for one, there in supports(meeting):
        if not one.matching or (there.matching and not there.level):
            continue
        if there.level:
            yield other_level(meeting, one, there)
        elif there.matching is None:
            yield from _unstated(meeting, one, there)
        elif not there.path and one.kind in REQUIRED:
            yield _required(meeting, one)
        else:
            yield _ignored(meeting, one, there)


def _ignored(meeting: Meeting, one: Asked, there: Supported) -> Said:
    provider = meeting.provider
    return Said(
        outcome=Outcome.LOSS,
        message=f"{provider.name} does not match {one.name}: entries come back whatever value {meeting.user.name} asks "
        "for",
        subject=one.path,
        loss=Loss.IGNORED,
        sources=key_sources(meeting, one, there),
    )


def _required(meeting: Meeting, one: Asked) -> Said:
    provider = meeting.provider
    kind = "a Unique Key" if one.kind == "U" else "a Required Key"
    return Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"{meeting.user.name} asks with {one.name}, {kind} of PS3.4 that is not among the keys of "
        f"{provider.name}",
        subject=one.path,
        sources=key_sources(meeting, one, None),
        missing=((provider, (*provider.path, "keys", one.path), f"whether {one.name} is matched"),),
    )


def _unstated(meeting: Meeting, one: Asked, there: Supported) -> Iterator[Said]:
    """Of what every provider has to match nothing more need be said."""
    if one.kind in REQUIRED:
        return
    provider = meeting.provider
    yield Said(
        outcome=Outcome.CANNOT_TELL if one.always else Outcome.WORKS,
        message=f"whether {provider.name} matches {one.name}, with which {meeting.user.name} "
        f"{'always' if one.always else 'sometimes'} asks, is not stated",
        subject=one.path,
        sources=key_sources(meeting, one, there),
        missing=((provider, (*provider.path, "keys", there.path, "matching"), f"how {one.name} is matched"),),
    )


RULE = MatchRule(
    code="M150",
    slug="key-not-matched",
    means=Means.NETWORK,
    service_classes=QUERYING,
    what="The user asks with a value for a key, and the provider does not list the key, or only returns it.",
    why="A provider ignores the values of Optional Keys that it does not support: the query returns more than was "
    "asked for, up to everything. The Unique and Required Keys of PS3.4 have to be matched by every provider; one "
    "whose list lacks them may have them all the same.",
    instead="Ask with keys that the provider matches, and choose from the list.",
    clause="PS3.4 C.2.2.1, K.2.2.1.1",
    together="{provider} does not match {count} keys that {user} asks with",
    judge=judge,
)
