"""The answers about the standard: what `dcsgen standard --json` writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct


def _said(sentence: str) -> Meta:
    return Meta(description=sentence)


class Source(Struct, frozen=True):
    """Where facts are from."""

    facts: Annotated[str, _said("What the facts are about.")]
    clause: Annotated[str, _said("Their clause of the standard; empty where there is no single one.")]
    edition: Annotated[str, _said("The edition in which they were read; empty where it was not recorded.")]


class Hit(Struct, frozen=True):
    """One thing of the standard in a line."""

    kind: Annotated[str, _said("The kind of thing, e.g. `sop-class`.")]
    id: Annotated[str, _said("Names the thing, and no other of its kind.")]
    name: Annotated[str, _said("Its name for people.")]
    also: Annotated[tuple[str, ...], _said("Other exact words for it, such as a Tag or a UID.")] = ()
    note: Annotated[str, _said("What it is, in a few words.")] = ""
    retired: Annotated[bool, _said("Whether the standard took it back.")] = False
    unverified: Annotated[bool, _said("Whether no text of the standard was seen for some of its facts.")] = False
    facets: Annotated[
        Mapping[str, tuple[str, ...]], _said("What a list can be filtered by, e.g. `service-class`, with its values.")
    ] = {}


class Entry(Struct, frozen=True, kw_only=True):
    """All that is known of one thing."""

    id: Annotated[str, _said("Names the thing, and no other of its kind.")]
    name: Annotated[str, _said("Its name for people.")]
    retired: Annotated[bool, _said("Whether the standard took it back.")] = False
    sources: Annotated[tuple[Source, ...], _said("Where the facts are from.")] = ()
    unverified: Annotated[tuple[str, ...], _said("The fields that no text of the standard was seen for.")] = ()
    known_holes: Annotated[
        tuple[str, ...], _said("What the data behind the answer is known to lack, in sentences for people.")
    ] = ()


class Answer(Struct, frozen=True):
    """The answer to a question about the standard.

    `entry` is the one thing that was asked for. Without it, `hits` are what a search or a list found, best first, or,
    with `candidates`, the things that the words may mean.
    """

    asked: Annotated[str, _said("The words of the question; for a list the kind.")]
    entry: Annotated[Entry | None, _said("The thing that was asked for; null if there is not exactly one.")] = None
    hits: Annotated[tuple[Hit, ...], _said("What was found or may be meant, best first.")] = ()
    candidates: Annotated[bool, _said("Whether the hits are things that the words of a look-up may mean.")] = False
    left_out: Annotated[int, _said("How many hits of a search are beyond its limit.")] = 0
    schema: Annotated[
        Literal[1], _said("Version of this form; a new key, or a new kind of entry, alone does not change it.")
    ] = 1
