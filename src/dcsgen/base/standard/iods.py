"""The composite IODs of PS3.3: which Modules each has, and which Attributes those have.

The facts are in `data/iod_facts.json`, made by `scripts/generate_iod_facts.py`. Each of its lines is one thing: the
Modules of an IOD (`key usage entity` separated by commas) or the Attributes of a Module or of a Sequence's items
(`keyword type` separated by commas; a third word names the block that describes the items). Lists of items that occur
more than once are stored once. What the facts lack, `origin` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.standard.titles import title

UNTYPED = "-"
"""Stands in the facts for the Type of an Attribute of a normalised Module."""


class Module(msgspec.Struct, frozen=True):
    """A Module of an IOD. `usage` is M, C or U (PS3.3 A.1.3), `entity` the Information Entity, e.g. `Plan`."""

    key: str
    name: str
    usage: str
    entity: str


class ModuleAttribute(NamedTuple):
    """An Attribute in a Module: keywords from the outermost Sequence down to itself, and its Type (PS3.5 7.4).

    The Type is empty in Modules of normalised IODs: PS3.4 gives it there, by service and role.
    """

    path: tuple[str, ...]
    type: str


class _Facts(Origin, frozen=True):
    sop_classes: dict[str, str]
    iods: dict[str, str]
    modules: dict[str, str]
    blocks: dict[str, str]


def origin() -> Origin:
    """Where the facts are from, and what they lack."""
    return _facts()


def iod_names() -> tuple[str, ...]:
    """The keys of all IODs, sorted, e.g. `rt-plan`; `titles.title` makes names of them."""
    return tuple(_facts().iods)


def iod_of(sop_class_uid: str) -> str | None:
    """The key of the IOD that a SOP Class is about; None for what is no composite SOP Class of the standard."""
    return _facts().sop_classes.get(sop_class_uid)


@cache
def modules_of(iod: str) -> tuple[Module, ...]:
    """The Modules of an IOD in the order of PS3.3; KeyError if there is no such IOD."""
    rows = (row.split(" ", 2) for row in _facts().iods[iod].split(","))
    return tuple(Module(key, module_name(key), usage, entity) for key, usage, entity in rows)


def module_keys() -> tuple[str, ...]:
    """The keys of all Modules, sorted: those of normalised IODs too, and those whose Attributes the facts lack."""
    return tuple(sorted(_module_keys().values()))


def module_name(key: str) -> str:
    """The name of a Module as PS3.3 prints it, without the word Module: `RT General Plan`."""
    return title(key)


def module_key(name_or_key: str) -> str | None:
    """The key of the Module that a text names; case, spaces, punctuation and "Module" at the end do not count."""
    form = spelled(name_or_key)
    keys = _module_keys()
    return keys.get(form) or keys.get(form.removesuffix("module"))


@cache
def attributes_of(module_key: str) -> tuple[ModuleAttribute, ...]:
    """All Attributes of a Module, those inside Sequences behind theirs, in the order of PS3.3.

    Empty for a Module whose Attributes the facts lack; KeyError if there is no such Module.
    """
    facts = _facts()
    rows = facts.modules.get(module_key)
    if rows is None and module_key not in _module_keys().values():
        raise KeyError(module_key)
    return tuple(_expanded(rows, facts.blocks, ())) if rows else ()


def attribute_in(module_key: str, path: tuple[str, ...]) -> ModuleAttribute | None:
    """The Attribute at a path of a Module; None if the Module has none there, KeyError if there is no such Module."""
    return _by_path(module_key).get(path)


def iods_with(module_key: str) -> tuple[tuple[str, str], ...]:
    """The keys of the IODs that have a Module, each with its usage there; sorted by key."""
    return tuple(_users().get(module_key, ()))


def sop_classes_of(iod: str) -> tuple[str, ...]:
    """The UIDs of the SOP Classes that are about an IOD."""
    return tuple(uid for uid, key in _facts().sop_classes.items() if key == iod)


def uses_of(keyword: str) -> tuple[tuple[str, ModuleAttribute], ...]:
    """Every place of an Attribute: the key of the Module, and path and Type there; by Module, outer places first.

    Codes and references stand at thousands of places; only the blocks that lead to one are looked at.
    """
    facts = _facts()
    form = re.compile(rf"(?:^|,){re.escape(keyword)} ([^ ,]+)")
    found = []
    for block, rows in facts.blocks.items():
        if keyword in rows and (match := form.search(rows)) is not None:
            found += [(module, (*path, keyword), match[1]) for module, path in _places_of_block(block)]
    for module, rows in facts.modules.items():
        if keyword in rows and (match := form.search(rows)) is not None:
            found.append((module, (keyword,), match[1]))
    found.sort(key=lambda place: (place[0], len(place[1]), place[1]))
    return tuple((module, ModuleAttribute(path, "" if kind == UNTYPED else kind)) for module, path, kind in found)


@cache
def _users() -> dict[str, list[tuple[str, str]]]:
    """By the key of a Module, the IODs that have it and its usage there."""
    users: dict[str, list[tuple[str, str]]] = {}
    for iod, rows in _facts().iods.items():
        for row in rows.split(","):
            key, usage, _ = row.split(" ", 2)
            users.setdefault(key, []).append((iod, usage))
    return users


@cache
def _places_of_block(block: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The Modules and paths at which the items of a Sequence are as a block says."""
    places: list[tuple[str, tuple[str, ...]]] = []
    for owner, is_module, keyword in _owners().get(block, ()):
        if is_module:
            places.append((owner, (keyword,)))
        else:
            places += [(module, (*path, keyword)) for module, path in _places_of_block(owner)]
    return tuple(places)


@cache
def _owners() -> dict[str, list[tuple[str, bool, str]]]:
    """By the key of a block, the Modules and blocks that refer to it, and the keyword of the Sequence that does."""
    owners: dict[str, list[tuple[str, bool, str]]] = {}
    facts = _facts()
    for is_module, rows_by_key in ((True, facts.modules), (False, facts.blocks)):
        for key, rows in rows_by_key.items():
            for row in rows.split(","):
                keyword, _, *block = row.split(" ")
                if block:
                    owners.setdefault(block[0], []).append((key, is_module, keyword))
    return owners


@cache
def _facts() -> _Facts:
    return origins.read("iod_facts", _Facts)


@cache
def _module_keys() -> dict[str, str]:
    """The keys of all Modules by their spelling, those too that only IODs name."""
    facts = _facts()
    named = (row.partition(" ")[0] for rows in facts.iods.values() for row in rows.split(","))
    return {spelled(key): key for key in (*facts.modules, *named)}


@cache
def _by_path(module_key: str) -> dict[tuple[str, ...], ModuleAttribute]:
    return {attribute.path: attribute for attribute in attributes_of(module_key)}


def _expanded(rows: str, blocks: dict[str, str], above: tuple[str, ...]) -> Iterator[ModuleAttribute]:
    for row in rows.split(","):
        keyword, kind, *block = row.split(" ")
        path = (*above, keyword)
        yield ModuleAttribute(path, "" if kind == UNTYPED else kind)
        if block:
            yield from _expanded(blocks[block[0]], blocks, path)
