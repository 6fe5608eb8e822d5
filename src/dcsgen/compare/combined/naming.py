"""Gives what was combined names again, and puts together what says the same of several things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, count
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct, structs

from dcsgen.base.place import Path
from dcsgen.compare.alignment import in_order, roles_in
from dcsgen.compare.combined.algebra import Note
from dcsgen.compare.combined.forms import default_of
from dcsgen.compare.combined.normal import OWNERS
from dcsgen.model.compared import CAPABILITY, Empty, Field, Form, Record

LONGEST = 64
"""Characters that a name may have."""


class Naming:
    """From natural keys to names; `paths` tells which path each top record has got."""

    def __init__(self, owner: str, names: Mapping[Path, Sequence[str]], notes: Sequence[Note]) -> None:
        self._owner = owner
        self._names = names
        self._notes: dict[Path, set[tuple[Path, str, tuple[int, ...]]]] = {}
        for path, what, products in notes:
            for length in range(2, len(path) + 1):
                self._notes.setdefault(path[:length], set()).add((path[length:], what, products))
        self._known: dict[str, dict[str, str]] = {}
        self.paths: dict[Path, Path] = {}

    def collections(self, made: Mapping[str, Any]) -> dict[str, Any]:
        """The values of all fields of a Capability with names in them."""
        values = {name: dict(value) if isinstance(value, dict) else value for name, value in made.items()}
        while _without_dangling(values):
            pass
        grouped = {
            name: self._grouped(values[name], CAPABILITY.fields[name], (name,))
            for name in in_order()
            if values.get(name)
        }
        for name, groups in grouped.items():
            self._known[name] = {key: final for final, keys, _ in groups for key in keys}
            self.paths.update({(name, key): (name, final) for key, final in self._known[name].items()})
        for name, value in values.items():
            field = CAPABILITY.fields[name]
            if name in grouped and field.record is not None:
                values[name] = {
                    final: self._record(one, field.record, (name, keys[0])) for final, keys, one in grouped[name]
                }
            else:
                values[name] = self._value(value, field, (name,))
        return values

    def _value(self, value: Any, field: Field, path: Path) -> Any:
        if field.link and value:
            return self._linked(value, field)
        if value is None or field.record is None:
            return value
        if field.form is Form.MAP:
            meant = {key: one for key, one in value.items() if self._is_for_something(one, field.record)}
            return {
                final: self._record(one, field.record, (*path, keys[0]))
                for final, keys, one in self._grouped(meant, field, path)
            }
        return self._record(value, field.record, path) if field.form is Form.ONE else value

    def _linked(self, value: Any, field: Field) -> Any:
        if field.owner:
            return self._owner
        known = self._known.get(field.link[0], {})
        if field.form is Form.LINK:
            return known.get(value, "")
        if field.form is Form.MAP:
            return {known[key]: each for key, each in value.items() if key in known}
        return tuple(dict.fromkeys(known[key] for key in value if key in known))

    def _is_for_something(self, value: Struct, record: Record) -> bool:
        """Whether a record is not only for what is not there: without the list of it, it would be for everything."""
        return all(
            not getattr(value, name) or self._linked(getattr(value, name), field)
            for name, field in record.fields.items()
            if field.link and field.form is Form.SET and field.empty is Empty.ANY
        )

    def _record(self, value: Struct, record: Record, path: Path) -> Struct:
        fields = record.fields.items()
        changes = {name: self._value(getattr(value, name), field, (*path, name)) for name, field in fields}
        # Where names lead nowhere any more, it is not said that there are none.
        gone = [name for name, one in changes.items() if one == {} and getattr(value, name)]
        changes |= {name: default_of(record.of, name) for name in gone}
        return structs.replace(value, **settled(record.of, changes))

    def _grouped(self, records: Mapping[str, Any], field: Field, path: Path) -> list[tuple[str, list[str], Any]]:
        """Name, natural keys and record of what stands in a map; records that differ in their parts alone are one."""
        if not field.named or field.record is None:
            return [(key, [key], value) for key, value in records.items()]
        part = next((name for name, one in field.record.fields.items() if one.parts and one.form is Form.SET), "")
        groups: dict[Any, list[str]] = {}
        for key, value in records.items():
            rest = msgspec.json.encode(structs.replace(value, **{part: ()})) if part else key
            groups.setdefault((rest, frozenset(self._notes.get((*path, key), ()))), []).append(key)
        taken: set[str] = set()
        found = []
        for keys in groups.values():
            value = records[keys[0]]
            if part:
                items = tuple(item for key in keys for item in getattr(records[key], part))
                value = structs.replace(value, **{part: items})
            role = "-".join(roles_in(value, field.record))
            name = _free(self._called(keys, path), role, taken)
            taken.add(name)
            found.append((name, keys, value))
        return found

    def _called(self, keys: Sequence[str], path: Path) -> list[str]:
        """What authors call all of these, or else the first of them, short names first."""
        called = [set(self._names.get((*path, key), (key,))) for key in keys]
        return sorted(set.intersection(*called) or called[0], key=lambda name: (len(name), name))


def settled(of: type[Struct], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of fields, with the default for what says nothing: only the default itself is never written down."""
    usual = {name: default_of(of, name) for name in values}
    return {name: usual[name] if value == usual[name] else value for name, value in values.items()}


def _free(names: Sequence[str], role: str, taken: set[str]) -> str:
    """The first of several names that nothing has, or else one made of the first of all."""
    name = names[0]
    numbered = (f"{name[: LONGEST - 4]}-{number}" for number in count(2))
    with_role = [f"{name[: LONGEST - len(role) - 1]}-{role.lower()}"] if role else []
    return next(each for each in chain(names, with_role, numbered) if each not in taken)


def _without_dangling(values: dict[str, Any]) -> bool:
    """Take out records that have to refer to one that is not there; whether there was any."""
    found = False
    for name in in_order():
        record = CAPABILITY.fields[name].record
        needed = [
            (key, field.link[0])
            for key, field in (record.fields.items() if record else ())
            if field.form is Form.LINK and field.link[0] != OWNERS and default_of(record.of, key) is NODEFAULT  # type: ignore[union-attr]
        ]
        for key, value in list((values.get(name) or {}).items()):
            if any(getattr(value, each) not in (values.get(target) or {}) for each, target in needed):
                del values[name][key]
                found = True
    return found
