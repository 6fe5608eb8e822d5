"""An import out of its description: what it answers to a C-STORE request, worked out on pydicom's own objects.

It is written apart from what it is to check: it walks the object once, Item by Item, with the rows of the mapping as a
tree, and refuses or warns as the description says. Conditions in words hold, what is not stated is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydicom import Dataset
from pynetdicom import evt

from dcsgen.base.standard.statuses import class_of
from dcsgen.base.words import NeededIn, StatusClass, TooLong, Use
from dcsgen.model import AttributeMapping, Capability, MappedAttribute, Service, Target
from peers import Product

UNSTATED = 0xA900

Tree = dict[str, Any]
"""Rows by keyword: each with its own row, if it has one, and the tree below it."""


class Importing(Product):
    """A product whose acceptors answer each C-STORE request as its mappings say."""

    def _store(self, event: evt.Event) -> int:
        uid = event.request.AffectedSOPClassUID
        calling = event.assoc.requestor.ae_title.strip()
        service = next(
            one
            for one in self.capability.services.values()
            if one.attribute_mapping and any(each.uid == uid for each in one.sop_classes)
        )
        return answer(self.capability, service, event.dataset, calling)


def answer(capability: Capability, service: Service, dataset: Dataset, calling: str) -> int:
    """The status: of the first failure, else of the first warning, else success."""
    mapping = capability.attribute_mappings[service.attribute_mapping]
    targets: dict[str, Target] = {}
    if service.ae_mapping:
        for path, one in capability.ae_mappings[service.ae_mapping].attributes.items():
            targets[path] = one.per_ae_title.get(calling, one.default)
    codes: list[int] = []
    for module in mapping.modules.values():
        codes += _visit(_tree(module.attributes), dataset, [], mapping, targets, [dataset])
    for wanted in (StatusClass.FAILURE, StatusClass.WARNING):
        for code in codes:
            if class_of(code) is wanted:
                return code
    return 0x0000


def _tree(rows: dict[str, MappedAttribute]) -> Tree:
    tree: Tree = {}
    for path, row in rows.items():
        here = tree
        *above, last = path.split(".")
        for step in above:
            here = here.setdefault(step, {"row": None, "below": {}})["below"]
        here.setdefault(last, {"row": None, "below": {}})["row"] = None if row.implied else row
    return tree


def _visit(
    tree: Tree,
    item: Dataset,
    path: list[str],
    mapping: AttributeMapping,
    targets: dict[str, Target],
    way: list[Dataset],
) -> Iterator[int]:
    first = len(way) < 2 or way[-1] is way[-2][path[-1]].value[0]
    for keyword, node in tree.items():
        row = node["row"]
        if row is not None and row.use is Use.IGNORED:
            continue
        here = [*path, keyword]
        if row is not None:
            target = targets.get(".".join(here))
            for elements in _elements(item, keyword, here, target, way):
                yield from _codes(row, elements, target, first, mapping)
        if keyword in item and node["below"]:
            for below in item[keyword].value or []:
                yield from _visit(node["below"], below, here, mapping, targets, [*way, below])


def _elements(item: Dataset, keyword: str, path: list[str], target: Target | None, way: list[Dataset]) -> Iterator[Any]:
    """The data element that is read, None if there is none."""
    if target is None or not target.source:
        # `get` would give the value alone.
        present = keyword in item
        yield item[keyword] if present else None
        return
    steps = target.source.split(".")
    depth = 0
    while depth < min(len(path), len(steps)) - 1 and path[depth] == steps[depth]:
        depth += 1
    found = [one for one in _below(way[depth], steps[depth:]) if not one.is_empty]
    yield found[0] if found else next(iter(_below(way[depth], steps[depth:])), None)


def _below(item: Dataset, steps: list[str]) -> list[Any]:
    if steps[0] not in item:
        return []
    if len(steps) == 1:
        return [item[steps[0]]]
    return [one for inner in item[steps[0]].value or [] for one in _below(inner, steps[1:])]


def _codes(
    row: MappedAttribute, element: Any, target: Target | None, first: bool, mapping: AttributeMapping
) -> Iterator[int]:
    said = mapping.statuses
    if element is None:
        if row.use is Use.MANDATORY and (first or row.needed_in is not NeededIn.FIRST_ITEM):
            yield _code(said.absent if said else "")
        return
    values = _values(element)
    if element.VR == "SQ" and not element.value:
        if row.use is Use.MANDATORY:
            yield _code(said.absent if said else "")
        return
    if element.VR == "SQ":
        return
    if not any(values):
        if row.use is Use.MANDATORY:
            yield _code(said.empty if said else "")
        return
    values = [value for value in values if value]
    if target is not None and target.values:
        if any(value not in target.values and _plain(value) not in map(_plain, target.values) for value in values):
            yield _code(said.not_translated if said else "")
            return
        values = [next(to for from_, to in target.values.items() if _plain(from_) == _plain(value)) for value in values]
    wrong = row.values and any(_plain(value) not in map(_plain, row.values) for value in values)
    if row.range and not wrong:
        low, high = row.range
        wrong = any(not _within(value, low, high) for value in values)
    if wrong:
        yield _code(row.status or (said.not_accepted if said else ""))
    if row.length is not None:
        pieces = [piece for value in values for piece in _pieces(row, value, element.VR)]
        if max(map(len, pieces)) > row.length:
            rejected = row.too_long is not TooLong.TRUNCATED
            yield _code((said.too_long if rejected else said.truncated) if said else "")


def _code(text: str) -> int:
    return int(text, 16) if text else UNSTATED


def _plain(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


def _within(value: str, low: float | None, high: float | None) -> bool:
    try:
        number = float(value)
    except ValueError:
        return False
    return (low is None or number >= low) and (high is None or number <= high)


def _pieces(row: MappedAttribute, value: str, vr: str) -> list[str]:
    if vr == "PN" and len(row.field) > 1:
        return [piece for group in value.split("=") for piece in group.split("^")]
    return [value]


def _values(element: Any) -> list[str]:
    value = element.value
    several = value if element.VM > 1 else [value]
    return ["" if one is None else _written(one) for one in several]


def _written(value: Any) -> str:
    """A value as it is encoded; names are encoded bytes until they are asked for."""
    written = getattr(value, "original_string", None)
    return written if isinstance(written, str) and written else str(value)
