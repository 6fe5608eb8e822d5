"""What a product does with each Attribute of objects that it receives, as one object: its mapping, for one peer."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from dcsgen.base.place import Path
from dcsgen.base.words import Direction, Use
from dcsgen.model.attribute_mapping import AeMapping, MappedAttribute, Target
from dcsgen.model.capability import Capability
from dcsgen.model.iod import AppliedModule

_STRONGER = (Use.IGNORED, Use.OPTIONAL, Use.MANDATORY)


class Taken(Struct, frozen=True, kw_only=True):
    """An Attribute of a mapping, and what is otherwise for one peer.

    `path` is dotted, inside the object. `read` is the path of the Attribute whose value is taken: it is another one
    where the AE-specific mapping says so. `target` is that mapping's entry for the AE Title of the peer, at
    `target_at`; None if there is none.
    """

    path: str
    module: str
    at: Path
    attribute: MappedAttribute
    read: str
    target: Target | None = None
    target_at: Path = ()

    @property
    def translation(self) -> dict[str, str]:
        """Received values and what they become for this peer; no other one is taken if there are any."""
        return self.target.values if self.target is not None else {}

    @property
    def sources(self) -> tuple[Path, ...]:
        """Where the description says it."""
        return (self.at, self.target_at) if self.target is not None else (self.at,)


class TakenObject(Struct, frozen=True, kw_only=True):
    """What becomes of the objects of one SOP Class: Attributes of the mapping by path, Modules of the applied IOD.

    Without `mapping`, nothing is said about Attributes; without `iod`, nothing about Modules.
    """

    mapping: str = ""
    iod: str = ""
    attributes: dict[str, Taken] = field(default_factory=dict)
    modules: dict[str, AppliedModule] = field(default_factory=dict)

    def used(self) -> Iterator[Taken]:
        """The Attributes that are not ignored, nor in a Sequence that is."""
        for path, taken in self.attributes.items():
            if taken.attribute.use is not Use.IGNORED and not self.ignored_around(path):
                yield taken

    def module_of(self, taken: Taken) -> str:
        """The Module of the Attribute that is read, as far as the mapping knows it."""
        other = self.attributes.get(taken.read)
        return other.module if other is not None else taken.module

    def ignored_around(self, path: str) -> bool:
        """Whether a Sequence around an Attribute is ignored."""
        steps = path.split(".")
        around = (self.attributes.get(".".join(steps[:length])) for length in range(1, len(steps)))
        return any(one is not None and one.attribute.use is Use.IGNORED for one in around)

    def has_inner(self, path: str) -> bool:
        """Whether the mapping says something about Attributes in a Sequence."""
        return any(other.startswith(f"{path}.") for other in self.attributes)


def taken_object(
    capability: Capability, *, mapping: str = "", iod: str = "", ae_mapping: str = "", ae_title: str = ""
) -> TakenObject:
    """What the product does with objects: the keys are those of its records, `ae_title` that of the peer.

    An Attribute that several Modules of the mapping have counts where it is used most.
    """
    found: dict[str, Taken] = {}
    record = capability.attribute_mappings.get(mapping)
    differing = capability.ae_mappings.get(ae_mapping)
    if record is not None and record.direction is Direction.IMPORT:
        for module, part in record.modules.items():
            for path, attribute in part.attributes.items():
                at: Path = ("attribute_mappings", mapping, "modules", module, "attributes", path)
                target = _target(differing, path, ae_title)
                taken = Taken(
                    path=path,
                    module=module,
                    at=at,
                    attribute=attribute,
                    read=(target.source if target is not None else "") or path,
                    target=target,
                    target_at=("ae_mappings", ae_mapping, "attributes", path, "per_ae_title", ae_title),
                )
                known = found.get(path)
                if known is None or _rank(known) < _rank(taken):
                    found[path] = taken
    applied = capability.iods.get(iod)
    return TakenObject(
        mapping=mapping if found else "",
        iod=iod if applied is not None else "",
        attributes=found,
        modules=applied.modules if applied is not None else {},
    )


def _rank(taken: Taken) -> int:
    return _STRONGER.index(taken.attribute.use)


def _target(mapping: AeMapping | None, path: str, ae_title: str) -> Target | None:
    attribute = mapping.attributes.get(path) if mapping is not None else None
    return attribute.per_ae_title.get(ae_title) if attribute is not None else None
