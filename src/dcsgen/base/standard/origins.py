"""The files of `data/`, and what stands in each: where its facts are from, and what they lack."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec


class Origin(msgspec.Struct, frozen=True):
    """Where facts are from: the edition of the standard, e.g. `2026b`, and the source.

    `known_holes` are what they are known to lack, in sentences for people.
    """

    edition: str
    source: str
    known_holes: tuple[str, ...]


Facts = TypeVar("Facts", bound=Origin)


def file_of(name: str) -> Path:
    """The file with the facts of a name."""
    return Path(__file__).with_name("data") / f"{name}.json"


def read(name: str, type: type[Facts]) -> Facts:
    """The facts of a name."""
    return msgspec.json.decode(file_of(name).read_bytes(), type=type)
