"""AE-specific mappings as rules look at them: each variant with the Attribute of the mapping that it varies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.builtin.rule._mappings import Row, rows_of
from dcsgen.model import AeMappedAttribute, AeMapping, Capability, Target
from dcsgen.plugin import Path


class Varied(NamedTuple):
    """An Attribute of an AE-specific mapping; `rows` are those of the attribute mapping, one for each Module."""

    key: str
    mapping: AeMapping
    dotted: str
    attribute: AeMappedAttribute
    rows: tuple[Row, ...]

    @property
    def path(self) -> Path:
        """Where it stands in the description."""
        return ("ae_mappings", self.key, "attributes", self.dotted)

    @property
    def label(self) -> str:
        """Name and Tag, for messages."""
        return f"{self.attribute.name} {self.attribute.tag}".strip() or self.dotted


def varied(capability: Capability) -> Iterator[Varied]:
    """The Attributes of all AE-specific mappings."""
    for key, mapping in capability.ae_mappings.items():
        mapped = rows_by_path(capability, mapping.attribute_mapping)
        for dotted, attribute in mapping.attributes.items():
            yield Varied(key, mapping, dotted, attribute, mapped.get(dotted, ()))


def variants(one: Varied) -> Iterator[tuple[str, Target, Path]]:
    """The variants of an Attribute: the AE Title, what is different for it, and where that stands."""
    for ae_title, target in one.attribute.per_ae_title.items():
        yield ae_title, target, (*one.path, "per_ae_title", ae_title)


def rows_by_path(capability: Capability, attribute_mapping: str) -> dict[str, tuple[Row, ...]]:
    """The Attributes of a mapping by their path inside the Module; empty if there is no such mapping."""
    mapping = capability.attribute_mappings.get(attribute_mapping)
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows_of(attribute_mapping, mapping) if mapping is not None else ():
        found[row.dotted] = (*found.get(row.dotted, ()), row)
    return found
