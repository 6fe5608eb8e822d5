"""The report about objects for programs: JSON in the form of `schemas/object-match.schema.json`."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.interaction import Outcome
from dcsgen.base.json_text import json_text
from dcsgen.base.object_fate import Unread
from dcsgen.plugin import ObjectFate, ObjectMatch, ObjectReporter

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""


class Receiver(Struct, frozen=True):
    """The product that receives the objects, and where its description was read."""

    product: str
    file: str


class Written(Struct, frozen=True):
    """What becomes of objects at a receiver.

    `schema` is the version of this form. `counts` says how many objects have which outcome, `fails` whether one fares
    as badly as `fail_on`. Paths are lists of keys into the description of the receiver.
    """

    schema: int
    tool: str
    version: str
    receiver: Receiver
    calling: str
    with_values: bool
    counts: dict[str, int]
    fail_on: Outcome
    fails: bool
    objects: tuple[ObjectFate, ...]
    unread: tuple[Unread, ...]


def write(match: ObjectMatch, colour: bool) -> str:
    """The match as one JSON object; colours have no place in it."""
    return json_text(
        Written(
            schema=SCHEMA_VERSION,
            tool=match.tool,
            version=match.version,
            receiver=Receiver(match.receiver, match.receiver_file),
            calling=match.calling,
            with_values=match.with_values,
            counts={outcome.value: match.count(outcome) for outcome in Outcome},
            fail_on=match.fail_on,
            fails=match.fails,
            objects=match.fates,
            unread=match.unread,
        )
    )


REPORTER = ObjectReporter(name="json", write=write)
