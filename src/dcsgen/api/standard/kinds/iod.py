"""Composite IODs: their Modules and SOP Classes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, matching, source
from dcsgen.api.standard.kinds import _registry
from dcsgen.api.standard.kinds._modules import ModuleUse, module_table, modules_of
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Section, table
from dcsgen.base.standard import iods, titles


class Iod(Entry, frozen=True, kw_only=True, tag_field="kind", tag="iod"):
    """A composite IOD with its Modules in the order of PS3.3, and the SOP Classes that are about it."""

    modules: tuple[ModuleUse, ...]
    sop_classes: tuple[_registry.Named, ...]


def _hits() -> Iterator[Hit]:
    for key in iods.iod_names():
        yield Hit("iod", key, titles.title(key), note="IOD")


def _find(text: str) -> Iterator[tuple[str, bool]]:
    words = text.split()
    said = len(words) > 1 and words[-1].casefold() == "iod"
    for key, exact in matching(_hits(), " ".join(words[:-1]) if said else text):
        yield key, exact or said


def _show(key: str) -> Iod:
    return Iod(
        id=key,
        name=titles.title(key),
        modules=modules_of(key),
        sop_classes=tuple(map(_registry.named, iods.sop_classes_of(key))),
        sources=(source("Modules", "PS3.3 Annex A", iods.origin().edition),),
        known_holes=iods.origin().known_holes,
    )


def _sections(entry: Iod) -> Iterator[Section]:
    rows = [(one.name, one.uid) for one in entry.sop_classes]
    if rows:
        yield Section("SOP Classes", table=table(("SOP Class", "UID"), rows))
    else:
        yield Section("SOP Classes", remarks=("None is known for it.",))
    yield Section("Modules", table=module_table(entry.modules))


KIND = Kind(key="iod", noun="IOD", plural="IODs", entry=Iod, hits=_hits, show=_show, sections=_sections, find=_find)
