"""What a product writes into the objects that it creates (PS3.2 A.9.1.1, N.9)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import ModulePresence, Placement, Presence, ValueSource


class CreatedAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute that the product writes; its key is the dotted path of keywords inside the Module or macro.

    `name`, `tag`, `vr`, `vm` and `type` are the standard's. `implied` marks a Sequence that stands here only because
    something inside it does.
    """

    name: str = ""
    tag: str = ""
    vr: str = ""
    vm: str = ""
    type: str = ""
    implied: bool = False
    presence: Presence | None = None
    source: tuple[ValueSource, ...] = ()
    values: tuple[str, ...] = ()
    condition: str = ""
    remark: str = ""


class CommonModule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Module that several created objects share; `module` is its name in PS3.3."""

    module: str
    description: str = ""
    attributes: dict[str, CreatedAttribute]


class CommonFunctionalGroup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Functional Group Macro that several created objects share; `macro` is its name in PS3.3."""

    macro: str
    description: str = ""
    attributes: dict[str, CreatedAttribute]


class FunctionalGroup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Functional Group Macro of created objects; its key is the name that PS3.3 gives it.

    `common` is a common macro that says what is written; `attributes` are what differs from it or is added.
    """

    placement: Placement
    presence: ModulePresence | None = None
    condition: str = ""
    common: str = ""
    attributes: dict[str, CreatedAttribute] = field(default_factory=dict)
