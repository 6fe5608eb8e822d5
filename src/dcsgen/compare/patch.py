"""Applies changes to the Capability that they start from: the proof that they tell everything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from dcsgen.base.change import Action, Change
from dcsgen.base.place import Path
from dcsgen.compare.items import field_at, keyed
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Field, Form

_RELOCATED = (Action.MOVED, Action.RENAMED)


def patch(old: Capability, changes: Iterable[Change]) -> Capability:
    """The Capability that differs from the old one by these changes, echoes included; lists without order in any order.

    Raises `KeyError` if they are not changes of this Capability.
    """
    told = [each for change in changes for each in change.every() if not each.derived]
    tree = _Tree(old)
    gone = [each for each in told if not each.field and not each.new_path]
    relocated = [each for each in told if not each.field and each.action in _RELOCATED]
    moved = [(each, tree.take(each.old_path)) for each in relocated if each.action is Action.MOVED]
    for each in gone:
        tree.take(each.old_path)
    # From the inside out, so that paths still hold; all at one depth at once, because names may be exchanged.
    for depth in sorted({len(each.old_path) for each in relocated}, reverse=True):
        at_depth = [each for each in relocated if each.action is Action.RENAMED and len(each.old_path) == depth]
        taken = [((*each.old_path[:-1], each.new_path[-1]), tree.take(each.old_path)) for each in at_depth]
        for path, value in taken:
            tree.put(path, value)
    come = [each for each in told if not each.field and not each.old_path]
    arriving = [*moved, *((each, each.after) for each in come)]
    for each, value in sorted(arriving, key=lambda one: len(one[0].new_path)):
        tree.put(each.new_path, value)
    for each in told:
        if each.field and not _is_order(each):
            tree.set(each.new_path, each.after)
        elif not each.field and each.old_path and each.new_path and each.action not in _RELOCATED:
            tree.replace(each.old_path, each.new_path, each.after)
    for each in told:
        if _is_order(each):
            tree.reorder(each)
    for each in sorted((one for one in come if one.position is not None), key=lambda one: one.position or 0):
        tree.place(each)
    return tree.capability()


def _is_order(change: Change) -> bool:
    """Whether a change is one of the order in a list, not of an owner."""
    return bool(change.field) and change.action is Action.MOVED and isinstance(change.after, tuple)


class _Tree:
    """A Capability that can be changed: every record a dict by field names, every list a dict by natural keys."""

    def __init__(self, capability: Capability) -> None:
        self._root = _opened(capability)

    def capability(self) -> Capability:
        """The Capability that the tree has become."""
        return msgspec.convert(_closed(self._root), Capability)

    def take(self, path: Path) -> Any:
        """The thing at a path, which is there no longer."""
        return self._at(path[:-1]).pop(_step(path[-1]))

    def put(self, path: Path, value: Any) -> None:
        """A thing at a path, unless it has come there as a part of something else."""
        self._at(path[:-1]).setdefault(_step(path[-1]), _opened(value))

    def set(self, path: Path, value: Any) -> None:
        """The value of a field."""
        self._at(path[:-1])[_step(path[-1])] = _opened(value, field_at(path))

    def replace(self, old_path: Path, path: Path, value: Any) -> None:
        """An item of a list, or a text in a map, that became another one in its place."""
        owner = self._at(path[:-1])
        after = _step(path[-1])
        # Entries of maps have their new names already; an item of a list has no other name than what it is.
        before = _step(old_path[-1]) if self._is_list(path[:-1]) else after
        items = [(after, _opened(value)) if key == before else (key, item) for key, item in owner.items()]
        owner.clear()
        owner.update(items)

    def reorder(self, change: Change) -> None:
        """The items of a list that both sides have, in the new order."""
        owner = self._at(change.new_path)
        kept = {key: owner.pop(key) for key in change.after}
        rest = dict(owner)
        owner.clear()
        owner.update(kept | rest)

    def place(self, change: Change) -> None:
        """An item that is new in a list, at its place there."""
        owner = self._at(change.new_path[:-1])
        key = _step(change.new_path[-1])
        item = owner.pop(key)
        items = list(owner.items())
        items.insert(change.position or 0, (key, item))
        owner.clear()
        owner.update(items)

    def _at(self, path: Path) -> Any:
        node = self._node(path)
        return node.items if isinstance(node, _Items) else node

    def _is_list(self, path: Path) -> bool:
        return isinstance(self._node(path), _Items)

    def _node(self, path: Path) -> Any:
        node = self._root
        for step in path:
            node = (node.items if isinstance(node, _Items) else node)[_step(step)]
        return node


class _Items:
    """A list with its items by natural key."""

    def __init__(self, items: dict[str, Any]) -> None:
        self.items = items


def _opened(value: Any, field: Field | None = None) -> Any:
    if isinstance(value, msgspec.Struct):
        fields = _TABLES.get(type(value), {})
        return {name.rstrip("_"): _opened(getattr(value, name), fields.get(name)) for name in value.__struct_fields__}
    if isinstance(value, tuple) and field is not None and field.form in (Form.SET, Form.LIST):
        return _Items({key: _opened(item) for key, item in keyed(value, field).items()})
    if isinstance(value, dict):
        return {key: _opened(each) for key, each in value.items()}
    return value


def _closed(value: Any) -> Any:
    if isinstance(value, _Items):
        return [_closed(each) for each in value.items.values()]
    if isinstance(value, dict):
        return {key: _closed(each) for key, each in value.items()}
    return value


def _step(step: str | int) -> str:
    return str(step)


def _tables() -> dict[type, dict[str, Field]]:
    found: dict[type, dict[str, Field]] = {}
    waiting = [CAPABILITY]
    while waiting:
        record = waiting.pop()
        if record.of not in found:
            found[record.of] = dict(record.fields)
            waiting += [inner for one in record.fields.values() for inner in (one.record, one.group) if inner]
    return found


_TABLES = _tables()
