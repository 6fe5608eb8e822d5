"""The match rule M152: the provider matches a key, but not in the way in which it is asked with."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import MatchingType
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.base.text import listed
from dcsgen.model.queried import Asked, Supported, covers
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import key_sources, supports

_VALUES = {
    MatchingType.SINGLE_VALUE: "single values",
    MatchingType.UID: "lists of UIDs",
    MatchingType.WILDCARD: "wildcards",
    MatchingType.RANGE: "ranges",
    MatchingType.SEQUENCE: "Items",
}


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each key for which some values do not work, a failure for each that has no other ones."""
    for one, there in supports(meeting):
        lacking = [kind for kind in _VALUES if kind in one.matching and not covers(there.matching or frozenset(), kind)]
        if there.listed and there.matching and lacking:
            yield _said(meeting, one, there, lacking)


def _said(meeting: Meeting, one: Asked, there: Supported, lacking: list[MatchingType]) -> Said:
    user, provider = meeting.user, meeting.provider
    values = listed([_VALUES[kind] for kind in lacking], "and")
    # A list of UIDs may have one of them only, which is a single value.
    others = one.matching - set(lacking) or not one.always or lacking == [MatchingType.UID]
    message = f"{user.name} asks with {values} in {one.name}, which {provider.name} does not match there"
    return Said(
        outcome=Outcome.LOSS if others else Outcome.FAILS,
        message=message if others else f"{message}, and each query has one",
        subject=one.path,
        loss=Loss.REDUCED if others else None,
        sources=key_sources(meeting, one, there, "matching"),
        remedies=((provider, f"match {values} in {one.name}"), (user, f"ask without {values} in {one.name}")),
    )


RULE = MatchRule(
    code="M152",
    slug="matching-not-supported",
    means=Means.NETWORK,
    service_classes=QUERYING,
    what="The user asks for a key with a wildcard, a range, a list of UIDs or an Item of a Sequence, and the provider "
    "matches this key, but states other types of matching.",
    why="A provider that takes such a value as it stands finds nothing; another one refuses the query, or ignores the "
    "key and finds too much.",
    instead="Ask with values that the provider matches, or have it support the type of matching.",
    clause="PS3.4 C.2.2.2",
    together="{provider} does not match {count} keys in the way in which {user} asks with them",
    judge=judge,
)
