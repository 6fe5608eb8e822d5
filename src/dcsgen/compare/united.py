"""A product as if it had one Application Entity: what at least one of its Application Entities does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.place import Path
from dcsgen.compare.alignment import in_order, owner_of, roles_in
from dcsgen.compare.items import key_of, keyed
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Field, Form, Record

PRODUCT = "the product"
"""The name of the one Application Entity."""


class United(Struct, frozen=True):
    """A Capability of the union, and the records of the description from which each of its records was made."""

    capability: Capability
    origins: Mapping[Path, tuple[Path, ...]]


def united(capability: Capability) -> United:
    """The union over all owners of records.

    What the owners have is divided by its natural key: one service for each SOP Class and role. Of several that do the
    same, lists and maps are joined, and of everything else the first one that states it counts. What is said of single
    owners, such as their addresses and limits, is left out.
    """
    owners = {collection for name in in_order() for collection in owner_of(CAPABILITY.fields[name].record)}
    changes: dict[str, Any] = {collection: {} for collection in owners}
    origins: dict[Path, tuple[Path, ...]] = {}
    for collection, field in CAPABILITY.fields.items():
        record = field.record
        if collection in owners or record is None:
            continue
        value = getattr(capability, collection)
        if field.form is Form.MAP and owner_of(record):
            changes[collection] = _divided(collection, value, record, origins)
        else:
            changes[collection] = _without(value, field, owners)
    return United(structs.replace(capability, **changes), origins)


def _divided(
    collection: str, records: Mapping[str, Any], record: Record, origins: dict[Path, tuple[Path, ...]]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in records.items():
        for key, part in _parts(value, record):
            path = (collection, key)
            found[key] = _joined(found[key], part, record) if key in found else part
            origins[path] = (*origins.get(path, ()), (collection, name))
    return found


def _parts(value: Struct, record: Record) -> Iterator[tuple[str, Struct]]:
    """A record once for each of its natural keys and roles."""
    owner = {name: PRODUCT for name, field in record.fields.items() if field.owner}
    parts = [name for name, field in record.fields.items() if field.parts and field.form is Form.SET]
    for role in roles_in(value, record) or ("",):
        fixed = {**owner, **({record.role: _role(value, record, role)} if role else {})}
        if not parts:
            names = [_identity(getattr(value, name), record.fields[name]) for name in record.identity]
            yield " ".join([name for name in names if name] + [role]).strip(), structs.replace(value, **fixed)
        for name in parts:
            for item in getattr(value, name):
                made = structs.replace(value, **fixed, **{name: (item,)})
                yield f"{getattr(item, 'name', key_of(item, record.fields[name]))} {role}".strip(), made


def _role(value: Struct, record: Record, role: str) -> Any:
    """The value of the role field for one of the roles that it stands for."""
    stated = getattr(value, record.role)
    if isinstance(stated, tuple):
        return tuple(each for each in stated if str(each) == role)
    return type(stated)(role)


def _identity(value: Any, field: Field) -> str:
    if field.form is Form.ONE and value is not None and field.key:
        return str(getattr(value, field.key[0]))
    return "" if isinstance(value, tuple) or field.form is Form.VALUE else str(value)


def _joined(first: Any, second: Any, record: Record) -> Any:
    """One record that says what at least one of two says."""
    changes: dict[str, Any] = {}
    for name, field in record.fields.items():
        one, other = getattr(first, name), getattr(second, name)
        if field.form in (Form.SET, Form.LIST) and one and other:
            known = keyed(one, field)
            changes[name] = (*one, *(item for key, item in keyed(other, field).items() if key not in known))
        elif field.form is Form.MAP:
            # Where one of them says that there are none and the other says nothing, there may be some.
            changes[name] = (one or other or None) if one is None or other is None else {**other, **one}
        elif not one and other:
            changes[name] = other
    return structs.replace(first, **changes)


def _without(value: Any, field: Field, owners: set[str]) -> Any:
    """A value without what it says about single owners."""
    record = field.record
    if value is None:
        return None
    if field.form is Form.MAP:
        if set(field.link) & owners:
            return {}
        return {key: _bare(entry, record, owners) for key, entry in value.items()} if record else value
    if record is not None and field.form is Form.ONE:
        return _bare(value, record, owners)
    return value


def _bare(value: Any, record: Record, owners: set[str]) -> Any:
    changes: dict[str, Any] = {}
    for name, field in record.fields.items():
        inner = getattr(value, name)
        if set(field.link) == owners and field.form in (Form.SET, Form.LINK):
            changes[name] = () if field.form is Form.SET else ""
        elif inner and field.form in (Form.MAP, Form.ONE):
            changes[name] = _without(inner, field, owners)
    return structs.replace(value, **changes) if changes else value
