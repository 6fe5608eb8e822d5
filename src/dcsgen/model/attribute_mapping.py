"""How Attributes become fields of a product's data, and how that differs by peer (IEC TR 62266 Annexes B and D)."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from dcsgen.base.words import Configurable, Direction, NeededIn, Overwrite, TooLong, Use


class MappedAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One Attribute; its key is the dotted path of keywords inside the Module.

    `name`, `tag`, `vr`, `vm` and `type` are the standard's. `range` is (lowest, highest) in `unit`; `length`
    is the room in the field, in characters. `status` is a code of the service's status table.
    `implied` marks a sequence that stands here only because something inside it is mapped. `needed_in` says in which
    Items of the Sequence around it a mandatory Attribute must be, and an absent one gets its default; None is in every
    one.
    """

    use: Use
    needed_in: NeededIn | None = None
    name: str = ""
    tag: str = ""
    vr: str = ""
    vm: str = ""
    type: str = ""
    implied: bool = False
    constraint: str = ""
    values: tuple[str, ...] = ()
    range: tuple[float | int | None, float | int | None] | None = None
    unit: str = ""
    otherwise: str = ""
    status: str = ""
    field: tuple[str, ...] = ()
    length: int | None = None
    too_long: TooLong | None = None
    conversion: str = ""
    default: str = ""
    overwrite: Overwrite | None = None
    remark: str = ""


class MappedModule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The mapped Attributes of one Module, in the author's order, Items below their Sequence."""

    description: str = ""
    attributes: dict[str, MappedAttribute]


class MappingStatuses(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which status code an import returns for what, where the row of an Attribute does not say it.

    `absent` and `empty` are about mandatory Attributes, whatever their rows say; a Sequence without Items is absent.
    `not_translated` is for a value that the AE-specific mapping of the peer does not list, `ignored` for Attributes of
    the object that are not used. Empty text is "not stated".
    """

    absent: str = ""
    empty: str = ""
    not_accepted: str = ""
    too_long: str = ""
    truncated: str = ""
    not_translated: str = ""
    ignored: str = ""


class AttributeMapping(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The mapping of one applied IOD to a product's data. Keys of `modules` are Module names of PS3.3."""

    title: str
    iod: str
    direction: Direction
    target: str
    description: str = ""
    statuses: MappingStatuses | None = None
    modules: dict[str, MappedModule]
    provider: str = ""


class Target(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a value goes for one peer: another field, translated values, or another Attribute as its source."""

    field: tuple[str, ...] = ()
    values: dict[str, str] = msgspec.field(default_factory=dict)
    source: str = ""
    remark: str = ""


class AeMappedAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one Attribute is mapped by default and per AE Title of the peer."""

    name: str = ""
    tag: str = ""
    purpose: str = ""
    default: Target
    configurable_by: Configurable | None = None
    per_ae_title: dict[str, Target]


class AeMapping(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Configurable differences of an attribute mapping between peers; keys of `attributes` are dotted paths."""

    title: str
    attribute_mapping: str
    configurable_by: Configurable
    description: str = ""
    attributes: dict[str, AeMappedAttribute]
    provider: str = ""
