"""Keys of queries and Attributes of operations with what PS3.4 says about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.content_words import Presence
from dcsgen.base.standard import service_attributes
from dcsgen.base.standard.service_attributes import ServiceAttribute
from dcsgen.model import Capability, QueryKey, Service, ServiceOperation, SopClass
from dcsgen.plugin import Path

MAY_BE_EMPTY = frozenset({Presence.VALUE_NOT_ALWAYS, Presence.NEITHER_ALWAYS, Presence.EMPTY})
"""An Attribute that is there without a value, at least at times."""
MAY_BE_ABSENT = frozenset({Presence.ATTRIBUTE_NOT_ALWAYS, Presence.NEITHER_ALWAYS})
"""An Attribute that is not there, at least at times."""


class Operated(NamedTuple):
    """An operation of a service. `sop_classes` are those that it may belong to."""

    path: Path
    service: Service
    operation: ServiceOperation
    sop_classes: tuple[SopClass, ...]


def keys_of(capability: Capability) -> Iterator[tuple[Path, Service, str, QueryKey]]:
    """Every key that a description has, with its path and its service; not the Sequences that are implied."""
    for name, service in capability.services.items():
        for path, key in service.keys.items():
            if not key.implied:
                yield ("services", name, "keys", path), service, path, key


def operated(capability: Capability) -> Iterator[Operated]:
    """Every operation that a description has."""
    for name, service in capability.services.items():
        for key, operation in service.operations.items():
            own = (operation.sop_class,) if operation.sop_class else service.sop_classes
            yield Operated(("services", name, "operations", key), service, operation, own)


def attributes_of(sop_class: SopClass) -> tuple[ServiceAttribute, ...]:
    """What PS3.4 says about the Attributes of a SOP Class; nothing if it is not known."""
    service = service_attributes.service_of(sop_class.uid)
    return service_attributes.attributes_of(service) if service else ()


def against_type(kind: str, presence: Presence | None, *, inside: bool) -> str:
    """What is wrong with the presence of an Attribute of a Type (PS3.5 7.4), in words; empty if nothing is.

    `inside` says that it stands in a Sequence: whether it is absent then depends on the Items.
    """
    if presence in MAY_BE_EMPTY and kind in ("1", "1C"):
        return "may be there without a value"
    if presence in MAY_BE_ABSENT and kind in ("1", "2") and not inside:
        return "may be absent"
    return ""
