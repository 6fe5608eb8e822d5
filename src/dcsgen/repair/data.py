"""Plain data as they are after a repair, to compare with what the repaired files then say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dcsgen.base.finding import Path
from dcsgen.base.repair import AddEntry, Change, RenameKey, Reorder, SetValue


def changed(root: Any, changes: Iterable[Change]) -> Any:
    """A copy of plain data with all changes made.

    KeyError, IndexError or TypeError for a path that leads nowhere, and for a new key that is there already. Keys are
    renamed last and from the inside out, so that all paths are those of the data before.
    """
    root = copied(root)
    renamed = []
    for change in changes:
        match change:
            case SetValue(path, value):
                _at(root, path[:-1])[path[-1]] = value
            case AddEntry(path, key, value):
                mapping = _at(root, path)
                if key in mapping:
                    raise KeyError(key)
                mapping[key] = copied(value)
            case Reorder(path, order):
                items = _at(root, path)
                items[:] = [items[index] for index in order]
            case RenameKey(path, key):
                renamed.append((path, key))
    for path, key in sorted(renamed, key=lambda pair: -len(pair[0])):
        mapping = _at(root, path[:-1])
        if key in mapping:
            raise KeyError(key)
        entries = [(key if old == path[-1] else old, value) for old, value in mapping.items()]
        mapping.clear()
        mapping.update(entries)
    return root


def copied(node: Any) -> Any:
    """A copy of plain data that shares no mapping or list with it."""
    if isinstance(node, dict):
        return {key: copied(value) for key, value in node.items()}
    return [copied(item) for item in node] if isinstance(node, list) else node


def same(first: Any, second: Any) -> bool:
    """Whether plain data are alike in values, their types and the order of keys."""
    if type(first) is not type(second):
        return False
    if isinstance(first, dict):
        return list(first) == list(second) and all(same(value, second[key]) for key, value in first.items())
    if isinstance(first, list):
        return len(first) == len(second) and all(map(same, first, second))
    return bool(first == second)


def _at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step]
    return node
