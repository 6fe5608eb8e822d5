"""The Defined Terms of Specific Character Set in a description, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Path


def values_of(text: str) -> list[str]:
    """The values of a combination, which a backslash separates as in a Data Set; the first one may be empty."""
    return [value.strip() for value in text.split("\\")]


def terms(capability: Capability) -> Iterator[tuple[Path, str]]:
    """Every term under `character_sets` with the path of its entry."""
    stated = capability.character_sets
    for index, each in enumerate(stated.supported or ()):
        for term in values_of(each):
            yield ("character_sets", "supported", index), term
    for term in values_of(stated.default) if stated.default else ():
        yield ("character_sets", "default"), term
