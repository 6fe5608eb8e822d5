"""All Attributes of an object and what becomes of each: those of the mapping, and those that it does not list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dcsgen.base.data_set import DataElement, DataSet, Spot, Step, every_spot
from dcsgen.base.object_fate import AttributeFate, Fate
from dcsgen.base.place import Path
from dcsgen.base.standard import iods
from dcsgen.base.words import Support, Use
from dcsgen.match.object.attributes import Reader, Row, Source, without_row
from dcsgen.model import AttributeMapping, Iod

_Id = tuple[tuple[Step, ...], str]
"""A Data Element by the Items around it and its Tag."""

_LAST = 1 << 32
"""Behind all that a mapping lists come the others, by Tag."""

_REPLACED = "Not read for this calling AE Title: {source} is read instead."


def rows(name: str, mapping: AttributeMapping) -> Iterator[Row]:
    """The rows of a mapping in its order, without those that are implied or stand below an ignored Sequence."""
    for module_name, module in mapping.modules.items():
        for path, attribute in module.attributes.items():
            steps = path.split(".")
            above = (module.attributes.get(".".join(steps[:end])) for end in range(1, len(steps)))
            if attribute.implied or any(one is not None and one.use is Use.IGNORED for one in above):
                continue
            at: Path = ("attribute_mappings", name, "modules", module_name, "attributes", path)
            yield Row(module_name, path, attribute, at)


def fates(
    data_set: DataSet, name: str, mapping: AttributeMapping, iod: Iod | None, reader: Reader, *, reveal: bool
) -> tuple[AttributeFate, ...]:
    """What becomes of every Attribute, in the order of the mapping: Modules, then Items, then rows."""
    found: list[AttributeFate] = []
    read: set[_Id] = set()
    ignored: dict[_Id, Row] = {}
    replaced: dict[_Id, tuple[Row, Source]] = {}
    order: dict[str, int] = {}
    for index, row in enumerate(rows(name, mapping)):
        order.setdefault(row.path, index)
        for spot in reader.spots(row):
            if row.attribute.use is Use.IGNORED:
                if spot.element is not None:
                    ignored.setdefault((spot.above, spot.element.tag), row)
                continue
            fate = reader.fate(row, spot)
            if fate is not None:
                found.append(fate)
            if spot.element is not None:
                source = reader.source(row)
                if source.attribute:
                    replaced[spot.above, spot.element.tag] = (row, source)
                else:
                    read.add((spot.above, spot.element.tag))
    for spot in every_spot(data_set):
        element = spot.element
        if element is None or (spot.above, element.tag) in read or element.items:
            continue
        found.append(_other(spot, element, ignored, replaced, iod, mapping, reveal=reveal))
    modules = list(mapping.modules)
    return tuple(sorted(found, key=lambda one: _place(one, modules, order)))


def kept(data_set: DataSet, sop_class: str, *, reveal: bool) -> tuple[AttributeFate, ...]:
    """The Attributes of an object of which everything is kept as it is."""
    return tuple(
        without_row(spot, spot.element, Fate.USED, home(sop_class, spot.plain, ()), reveal=reveal)
        for spot in every_spot(data_set)
        if spot.element is not None and not spot.element.items
    )


def _other(
    spot: Spot,
    element: DataElement,
    ignored: dict[_Id, Row],
    replaced: dict[_Id, tuple[Row, Source]],
    iod: Iod | None,
    mapping: AttributeMapping,
    *,
    reveal: bool,
) -> AttributeFate:
    """What becomes of a Data Element that no row reads."""
    if (spot.above, element.tag) in replaced:
        row, source = replaced[spot.above, element.tag]
        words = _REPLACED.format(source=source.attribute)
        return without_row(spot, element, Fate.IGNORED, row.module, reveal=reveal, remark=words, row=source.at)
    ids: list[_Id] = [(spot.above, element.tag)]
    ids += [(spot.above[:depth], step.tag) for depth, step in enumerate(spot.above)]
    for one in ids:
        if one in ignored:
            row = ignored[one]
            remark = row.attribute.remark
            return without_row(spot, element, Fate.IGNORED, row.module, reveal=reveal, remark=remark, row=row.at)
    module = "" if iod is None else home(iod.sop_class.uid, spot.plain, tuple(mapping.modules))
    applied = iod.modules.get(module) if iod is not None else None
    if applied is not None and applied.support is not Support.USED:
        at: Path = ("iods", mapping.iod, "modules", module)
        return without_row(spot, element, Fate.IGNORED, module, reveal=reveal, remark=applied.remark, row=at)
    return without_row(spot, element, Fate.NOT_LISTED, module, reveal=reveal)


@cache
def _homes(sop_class: str) -> dict[str, tuple[str, ...]]:
    """The Modules of an IOD by the Attributes that they have."""
    found: dict[str, list[str]] = {}
    key = iods.iod_of(sop_class)
    for module in iods.modules_of(key) if key is not None else ():
        for attribute in iods.attributes_of(module.key):
            found.setdefault(".".join(attribute.path), []).append(module.name)
    return {path: tuple(names) for path, names in found.items()}


def home(sop_class: str, path: str, mapped: tuple[str, ...]) -> str:
    """The Module to which an Attribute belongs, a mapped one if there are several; empty if PS3.3 has it in none."""
    names = _homes(sop_class).get(path, ())
    return next((one for one in names if one in mapped), next(iter(names), ""))


def _place(fate: AttributeFate, modules: list[str], order: dict[str, int]) -> tuple[object, ...]:
    """Where a fate stands in a report."""
    module = modules.index(fate.module) if fate.module in modules else len(modules) + (not fate.module)
    steps, plain, items = fate.path.split("."), "", []
    for step in steps[:-1]:
        key, _, number = step.partition("[")
        plain += key
        items.append((order.get(plain, _LAST), plain, int(number.rstrip("]"))))
        plain += "."
    plain += steps[-1]
    return module, fate.module, tuple(items), order.get(plain, _LAST + int(fate.tag[1:5] + "0000", 16)), fate.tag
