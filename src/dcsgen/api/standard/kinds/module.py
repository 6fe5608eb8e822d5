"""Modules: their Attributes with Types, and the IODs that have them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds._modules import USAGES
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Row, Section, Table, table
from dcsgen.base.standard import elements, iods, titles


class ModuleAttribute(Struct, frozen=True):
    """An Attribute of a Module: keywords from the outermost Sequence to itself, Tag, Type.

    The Type is empty in Modules of normalised IODs: PS3.4 gives it there, by service.
    """

    path: tuple[str, ...]
    tag: str
    type: str


class IodUse(Struct, frozen=True):
    """An IOD that has a Module, with the usage there (M, C or U, PS3.3 A.1.3)."""

    id: str
    name: str
    usage: str


class Module(Entry, frozen=True, kw_only=True, tag_field="kind", tag="module"):
    """A Module with all its Attributes, in the order of PS3.3, those in Sequences behind theirs."""

    attributes: tuple[ModuleAttribute, ...]
    iods: tuple[IodUse, ...]


def _hits() -> Iterator[Hit]:
    for key in iods.module_keys():
        yield Hit("module", key, iods.module_name(key), note="Module")


def _find(text: str) -> Iterator[tuple[str, bool]]:
    key = iods.module_key(text)
    if key is not None:
        yield key, text == key or text.casefold().endswith(" module")


def _show(key: str) -> Module:
    attributes = iods.attributes_of(key)
    return Module(
        id=key,
        name=iods.module_name(key),
        attributes=tuple(ModuleAttribute(a.path, _tag(a.path[-1]), a.type) for a in attributes),
        iods=tuple(IodUse(iod, titles.title(iod), usage) for iod, usage in iods.iods_with(key)),
        sources=(source("Attributes and IODs", "PS3.3", iods.origin().edition),),
        known_holes=iods.origin().known_holes,
    )


def _tag(keyword: str) -> str:
    element = elements.by_keyword(keyword)
    return element.tag if element is not None else ""


def _sections(entry: Module) -> Iterator[Section]:
    if entry.attributes:
        rows = tuple(Row((a.path[-1], a.tag, a.type or "by service"), len(a.path) - 1) for a in entry.attributes)
        yield Section("Attributes", table=Table(("Attribute", "Tag", "Type"), rows, "Attributes"))
    else:
        yield Section("Attributes", remarks=("This data has none of its Attributes.",))
    if entry.iods:
        rows_of_iods = [(iod.name, f"{iod.usage} ({USAGES.get(iod.usage, '?')})", iod.id) for iod in entry.iods]
        yield Section("IODs that have it", table=table(("IOD", "usage", "id"), rows_of_iods, "IODs"))


KIND = Kind(
    key="module",
    noun="Module",
    plural="Modules",
    entry=Module,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
)
