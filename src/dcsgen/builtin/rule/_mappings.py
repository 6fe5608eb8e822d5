"""The Attributes of attribute mappings, with their paths, as rules look at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.standard import iods
from dcsgen.base.words import Direction, ObjectRole, Use
from dcsgen.model import AttributeMapping, Capability, Iod, MappedAttribute
from dcsgen.plugin import Path


class Row(NamedTuple):
    """One Attribute of a mapping: `dotted` is its path inside the Module, `module` the name of that."""

    key: str
    mapping: AttributeMapping
    module: str
    dotted: str
    attribute: MappedAttribute

    @property
    def path(self) -> Path:
        """Where it stands in the description."""
        return ("attribute_mappings", self.key, "modules", self.module, "attributes", self.dotted)

    @property
    def keyword(self) -> str:
        """The Attribute itself: the last keyword of the path, or the Tag of a private one."""
        return self.dotted.rpartition(".")[2]

    @property
    def label(self) -> str:
        """Name and Tag, for messages."""
        return f"{self.attribute.name} {self.attribute.tag}".strip()

    @property
    def module_key(self) -> str:
        """The key of the Module in the facts about IODs; empty if they do not have it."""
        return iods.module_key(self.module) or ""


def rows(capability: Capability, direction: Direction | None = None) -> Iterator[Row]:
    """The Attributes that mappings list, those of one direction or all; implied Sequences are left out."""
    for key, mapping in capability.attribute_mappings.items():
        if direction in (None, mapping.direction):
            yield from rows_of(key, mapping)


def rows_of(key: str, mapping: AttributeMapping) -> Iterator[Row]:
    """The Attributes that a mapping lists; implied Sequences are left out."""
    for module_name, module in mapping.modules.items():
        for dotted, attribute in module.attributes.items():
            if not attribute.implied:
                yield Row(key, mapping, module_name, dotted, attribute)


def read_rows(capability: Capability, direction: Direction | None = None) -> Iterator[Row]:
    """The Attributes that are not ignored, neither themselves nor with a Sequence in which they stand."""
    for row in rows(capability, direction):
        if row.attribute.use is not Use.IGNORED and not ignored_above(row):
            yield row


def created_rows(capability: Capability) -> Iterator[Row]:
    """The Attributes of mappings that fill objects which the product creates, but for those below ignored Sequences."""
    for key, mapping in created(capability):
        yield from (row for row in rows_of(key, mapping) if not ignored_above(row))


def created(capability: Capability) -> Iterator[tuple[str, AttributeMapping]]:
    """The mappings that fill objects which the product creates, with their keys."""
    for key, mapping in capability.attribute_mappings.items():
        iod = capability.iods.get(mapping.iod)
        if mapping.direction is Direction.EXPORT and iod is not None and iod.role is ObjectRole.CREATED:
            yield key, mapping


def ignored_above(row: Row) -> str:
    """The path of an ignored Sequence in which an Attribute stands; empty if there is none."""
    attributes = row.mapping.modules[row.module].attributes
    end = row.dotted.find(".")
    while end > 0:
        above = attributes.get(row.dotted[:end])
        if above is not None and above.use is Use.IGNORED:
            return row.dotted[:end]
        end = row.dotted.find(".", end + 1)
    return ""


def standard_modules(iod: Iod) -> tuple[iods.Module, ...]:
    """The Modules that PS3.3 gives an IOD; none for a SOP Class that the standard does not have."""
    key = iods.iod_of(iod.sop_class.uid)
    return iods.modules_of(key) if key else ()
