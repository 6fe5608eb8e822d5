"""Queries as match rules look at them: the keys that are asked for, and where both sides speak of them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Outcome
from dcsgen.base.place import Path
from dcsgen.model.queried import Asked, Supported, asked, levels_of, queries, support
from dcsgen.plugin.match_rule import Meeting, Party, Said


def asked_of(meeting: Meeting) -> Iterator[Asked]:
    """The keys of the user's query, if it is one; not those of levels at which the provider has none at all."""
    if queries(meeting.key):
        lacking = lacking_levels(meeting)
        yield from (one for one in asked(meeting.user.service, meeting.key) if one.level not in lacking)


def supports(meeting: Meeting) -> Iterator[tuple[Asked, Supported]]:
    """The keys of the user's query with what the provider says of them; not those of which it says nothing.

    That is all of them if it states no keys, and if it is a draft, those that are not listed.
    """
    provider = meeting.provider
    for one in asked_of(meeting) if provider.service.keys else ():
        there = support(provider.service, meeting.key, one)
        if there.path or not provider.draft:
            yield one, there


def left_open(meeting: Meeting) -> list[Asked]:
    """The keys of the user's query of which the provider says nothing."""
    spoken_of = {one.path for one, _ in supports(meeting)}
    return [one for one in asked_of(meeting) if one.path not in spoken_of]


def lacking_levels(meeting: Meeting) -> list[str]:
    """The levels at which the user has keys and the provider, which has some, has none."""
    provider = meeting.provider
    if not queries(meeting.key) or provider.draft or not provider.service.keys:
        return []
    there = levels_of(provider.service, meeting.key)
    return [level for level in levels_of(meeting.user.service, meeting.key) if there and level not in there]


def key_sources(
    meeting: Meeting, one: Asked, there: Supported | None, field: str = ""
) -> tuple[tuple[Party, Path], ...]:
    """Where the user has a key, and where the provider speaks of it, or would."""
    inside: Path = (field,) if field else ()
    provider = meeting.provider
    found: Path = (there.path, *inside) if there is not None and there.path else ()
    return (
        (meeting.user, (*meeting.user.path, "keys", one.path, *inside)),
        (provider, (*provider.path, "keys", *found)),
    )


def other_level(meeting: Meeting, one: Asked, there: Supported) -> Said:
    """That the provider lists a key at another level than the user asks for it."""
    provider = meeting.provider
    path: Path = (*provider.path, "keys", there.path, "level")
    return Said(
        outcome=Outcome.WORKS,
        message=f"{provider.name} lists {one.name} at the level {there.level}; whether it supports it at {one.level}, "
        f"where {meeting.user.name} asks for it, is not stated",
        subject=one.path,
        sources=key_sources(meeting, one, there, "level"),
        missing=((provider, path, f"whether {one.name} is supported at the level {one.level}"),),
    )
