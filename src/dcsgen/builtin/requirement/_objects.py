"""What a product writes into objects of a SOP Class, and what it takes from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.content_words import ModulePresence, Presence
from dcsgen.base.finding import Path
from dcsgen.base.words import Direction, ObjectRole, Use
from dcsgen.model import Capability


class Written(NamedTuple):
    """An Attribute that the product writes; `presence` is None if it is not stated.

    `path` leads to where it is described. `only` says in which objects it is, if its Module is not in every one.
    """

    presence: Presence | None
    path: Path
    only: str


class Taken(NamedTuple):
    """An Attribute that an import looks at, and what it asks of it."""

    use: Use
    path: Path
    title: str


def created(capability: Capability, uid: str) -> Iterator[tuple[str, dict[str, Written]]]:
    """Each applied IOD of objects of a SOP Class that the product creates, with the Attributes that are described."""
    for key, iod in capability.iods.items():
        if iod.role is ObjectRole.CREATED and iod.sop_class.uid == uid:
            yield key, dict(_written(capability, key))


def _written(capability: Capability, key: str) -> Iterator[tuple[str, Written]]:
    iod = capability.iods[key]
    for name, module in iod.modules.items():
        rare = module.presence is ModulePresence.NOT_ALWAYS
        only = f"Only in objects with {name}. {module.condition}".strip() if rare else ""
        shared = capability.common_modules.get(module.common)
        for path, attribute in (shared.attributes if shared else {}).items():
            at: Path = ("common_modules", module.common, "attributes", path)
            yield path, Written(attribute.presence, at, only)
        for path, attribute in module.attributes.items():
            if not attribute.implied:
                at = ("iods", key, "modules", name, "attributes", path)
                yield path, Written(attribute.presence, at, only)


def taken(capability: Capability, uid: str) -> Iterator[tuple[str, dict[str, Taken]]]:
    """Each mapping by which the product imports objects of a SOP Class, with the Attributes that it names."""
    for key, mapping in capability.attribute_mappings.items():
        if mapping.direction is Direction.IMPORT and uid in _objects_of(capability, key):
            yield key, dict(_mapped(capability, key))


def _objects_of(capability: Capability, key: str) -> set[str]:
    iod = capability.iods.get(capability.attribute_mappings[key].iod)
    if iod is not None:
        return {iod.sop_class.uid}
    # The IOD may be of a plug-in that is not here; the services that refer to the mapping know what it is for.
    services = [one for one in capability.services.values() if one.attribute_mapping == key]
    return {sop_class.uid for one in services for sop_class in one.sop_classes}


def _mapped(capability: Capability, key: str) -> Iterator[tuple[str, Taken]]:
    mapping = capability.attribute_mappings[key]
    for name, module in mapping.modules.items():
        for path, attribute in module.attributes.items():
            if not attribute.implied:
                at: Path = ("attribute_mappings", key, "modules", name, "attributes", path)
                yield path, Taken(attribute.use, at, mapping.title)
