"""The answers about the standard: what `dcsgen standard --json` writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct


class Source(Struct, frozen=True):
    """Where facts are from: what they are about, their clause, and the edition in which they were read.

    `clause` is empty where there is no single one, `edition` where it was not recorded.
    """

    facts: str
    clause: str
    edition: str


class Hit(Struct, frozen=True):
    """One thing of the standard in a line. `id` with `kind` names it and nothing else.

    `also` are other words for it, exact ones such as a Tag or a keyword. `note` says in a few words what it is.
    `facets` are what a list can be filtered by, e.g. `service-class`.
    """

    kind: str
    id: str
    name: str
    also: tuple[str, ...] = ()
    note: str = ""
    retired: bool = False
    unverified: bool = False
    facets: Mapping[str, tuple[str, ...]] = {}


class Entry(Struct, frozen=True, kw_only=True):
    """All that is known of one thing.

    `unverified` names the fields that no text of the standard was seen for. `known_holes` say, in sentences for people,
    what the data behind the answer lacks.
    """

    id: str
    name: str
    retired: bool = False
    sources: tuple[Source, ...] = ()
    unverified: tuple[str, ...] = ()
    known_holes: tuple[str, ...] = ()


class Answer(Struct, frozen=True):
    """The answer to a question about the standard.

    `entry` is the one thing that was asked for. Without it, `hits` are what a search or a list found, best first, or,
    with `candidates`, the things that the words may mean. `left_out` counts the hits beyond the limit of a search.
    """

    asked: str
    entry: Entry | None = None
    hits: tuple[Hit, ...] = ()
    candidates: bool = False
    left_out: int = 0
    schema: Literal[1] = 1
