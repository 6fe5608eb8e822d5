"""What an AE-specific mapping does for one calling AE Title: other fields, other values, another source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dcsgen.base.data_set import DataElement, DataSet, Spot, spots
from dcsgen.base.place import Path
from dcsgen.model import AeMapping, Target


class Peer(NamedTuple):
    """The AE-specific mapping of a service for one calling AE Title; without a mapping nothing is different."""

    name: str
    mapping: AeMapping | None
    calling: str

    def target(self, path: str) -> tuple[Target | None, Path]:
        """Where an Attribute goes for this peer, and where that is said."""
        attribute = self.mapping.attributes.get(path) if self.mapping is not None else None
        if attribute is None:
            return None, ()
        at: Path = ("ae_mappings", self.name, "attributes", path)
        if self.calling in attribute.per_ae_title:
            return attribute.per_ae_title[self.calling], (*at, "per_ae_title", self.calling)
        return attribute.default, (*at, "default")

    @property
    def others(self) -> tuple[str, ...]:
        """The AE Titles for which something is different."""
        attributes = self.mapping.attributes.values() if self.mapping is not None else ()
        return tuple(dict.fromkeys(title for one in attributes for title in one.per_ae_title))


def sources(data_set: DataSet, spot: Spot, source: str, creators: Mapping[str, str]) -> list[Spot]:
    """Where the other Attribute is that is read instead: in the same Items as far as both are in the same Sequences."""
    steps, level, here = source.split("."), data_set, 0
    while here < min(len(spot.above), len(steps) - 1) and spot.above[here].key == steps[here]:
        found: DataElement | None = level.find(steps[here])
        if found is None:
            return []
        level = found.items[spot.above[here].item - 1]
        here += 1
    return list(spots(level, ".".join(steps[here:]), creators, spot.above[:here]))
