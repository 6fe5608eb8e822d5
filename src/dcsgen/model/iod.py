"""Applied IODs: which Modules of an IOD a product uses (PS3.2 A.9.1, PS3.3)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import ModulePresence
from dcsgen.base.words import ObjectRole, Support
from dcsgen.model.created import CreatedAttribute, FunctionalGroup
from dcsgen.model.sop_class import SopClass


class AppliedModule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Module of the IOD: usage (M, C, U) and Information Entity are the standard's, the rest the product's.

    `common` is a common Module that says what is written; `attributes` are what differs from it or is added.
    """

    support: Support
    presence: ModulePresence | None = None
    condition: str = ""
    common: str = ""
    attributes: dict[str, CreatedAttribute] = field(default_factory=dict)
    remark: str = ""
    usage: str = ""
    entity: str = ""


class Iod(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An IOD as one product applies it. Keys of `modules` are the Module names of PS3.3, in its order."""

    title: str
    sop_class: SopClass
    role: ObjectRole
    description: str = ""
    modules: dict[str, AppliedModule]
    functional_groups: dict[str, FunctionalGroup] = field(default_factory=dict)
    provider: str = ""
