"""Finds where changes stand in the files of both descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.change import Change, Comparison
from dcsgen.base.place import Path, Place
from dcsgen.base.tree import Tree
from dcsgen.compare.items import keyed
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Form, Record


class Written(Struct, frozen=True):
    """A Capability with the tree that it was read from, which knows the places.

    `origins` leads from records that were put together to those that are written, by their paths.
    """

    capability: Capability
    tree: Tree
    origins: Mapping[Path, tuple[Path, ...]] = {}


def placed(comparison: Comparison, old: Written | None, new: Written | None) -> Comparison:
    """The comparison with the places of all its changes on the sides that were read from files.

    A thing that is not written down itself, such as an item of a set that is referred to, stands where the nearest
    thing around it does.
    """
    return structs.replace(comparison, changes=_placed(comparison.changes, old, new))


def _placed(changes: Iterable[Change], old: Written | None, new: Written | None) -> tuple[Change, ...]:
    return tuple(
        structs.replace(
            change,
            old_place=_place(change, change.old_path, old),
            new_place=_place(change, change.new_path, new),
            echoes=_placed(change.echoes, old, new),
        )
        for change in changes
    )


def _place(change: Change, path: Path, side: Written | None) -> Place | None:
    if side is None or not path:
        return None
    return place_of(path, side, on_key=not change.field and isinstance(path[-1], str))


def place_of(path: Path, side: Written, *, on_key: bool = False) -> Place | None:
    """Where something of a Capability is written, by its path; items of lists go by their UIDs, ids or names."""
    written = [_written((*origin, *path[2:]), side) for origin in side.origins.get(path[:2], (path[:2],))]
    # Of several records, the one in which the thing is.
    return side.tree.place(max(written, key=len), on_key=on_key)


def _written(path: Path, side: Written) -> Path:
    """The path in the tree: items of lists by their place there."""
    record: Record | None = CAPABILITY
    value: Any = side.capability
    node: Any = side.tree.root
    found: list[str | int] = []
    steps = iter(path)
    for step in steps:
        field = record.fields.get(str(step)) or record.fields.get(f"{step}_") if record is not None else None
        found.append(step)
        if field is None:
            return (*found, *steps)
        value = getattr(value, str(step), None) if hasattr(value, str(step)) else getattr(value, f"{step}_", None)
        node = node.get(step) if isinstance(node, dict) else None
        record = field.record
        if field.form is Form.ONE:
            continue
        key = next(steps, None)
        if key is None:
            break
        if field.form in (Form.SET, Form.LIST):
            items = keyed(value, field)
            if not isinstance(node, list) or str(key) not in items:
                return tuple(found)
            if len(node) != len(items) or any(_set_of(each, side) is not None for each in node):
                return _in_sets(tuple(found), node, items[str(key)], side) or tuple(found)
            index = list(items).index(str(key))
            found.append(index)
            value, node = items[str(key)], node[index]
        else:
            if not isinstance(value, dict) or key not in value:
                return tuple(found)
            found.append(key)
            value = value[key]
            node = node.get(key) if isinstance(node, dict) else None
    return tuple(found)


def _in_sets(path: Path, node: list[Any], item: Any, side: Written, depth: int = 0) -> Path | None:
    """Where an item is written in a list, or in a set to which the list refers."""
    for index, each in enumerate(node):
        inner = _set_of(each, side)
        if inner is None:
            if _means(each, item):
                return (*path, index)
        elif depth < DEEPEST:
            found = _in_sets(("sets", each.removeprefix("$")), inner, item, side, depth + 1)
            if found is not None:
                return found
    return None


DEEPEST = 20
"""Sets that refer to each other; a description with a circle has errors and is never compared."""


def _set_of(text: Any, side: Written) -> list[Any] | None:
    sets = side.tree.root.get("sets")
    if not isinstance(text, str) or not text.startswith("$") or not isinstance(sets, dict):
        return None
    found = sets.get(text.removeprefix("$"))
    return found if isinstance(found, list) else None


def _means(text: Any, item: Any) -> bool:
    """Whether a text is the item, or its UID, id, name or keyword."""
    names = (
        [getattr(item, name, "") for name in ("uid", "id", "name", "keyword")] if isinstance(item, Struct) else [item]
    )
    return _plain(text) in {_plain(name) for name in names if name != ""}


def _plain(text: Any) -> str:
    return "".join(character for character in str(text).casefold() if character.isalnum())
