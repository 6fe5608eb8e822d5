"""Applied IODs: which Modules of an IOD a product uses (PS3.2 A.9.1, PS3.3)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.words import ObjectRole, Support
from dcsgen.model.sop_class import SopClass


class AppliedModule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Module of the IOD: usage (M, C, U) and Information Entity are the standard's, the rest the product's."""

    support: Support
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
    provider: str = ""
