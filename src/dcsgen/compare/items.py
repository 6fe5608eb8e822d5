"""Natural keys of the items of lists, and what the tables say about a path that is made of keys."""

from __future__ import annotations

from typing import Any

from dcsgen.base.place import Path
from dcsgen.base.text import scalar
from dcsgen.model.compared import CAPABILITY, Field, Form, Record


def keyed(items: tuple[Any, ...], field: Field) -> dict[str, Any]:
    """The items of a list by natural key, in their order; what stands there again gets a number behind its key."""
    found: dict[str, Any] = {}
    for item in items:
        key = key_of(item, field)
        if key in found:
            key = _numbered(key, found)
        found[key] = item
    return found


def key_of(item: Any, field: Field) -> str:
    """The natural key of an item: what its key fields hold, or itself."""
    if field.record is None:
        return scalar(item)
    return " ".join(str(getattr(item, name)) for name in field.key)


def _numbered(key: str, found: dict[str, Any]) -> str:
    number = 2
    while f"{key} #{number}" in found:
        number += 1
    return f"{key} #{number}"


def field_at(path: Path) -> Field | None:
    """How the field at a path, or the one in which the thing at the path is, is compared; None if no table says it."""
    record: Record | None = CAPABILITY
    field: Field | None = None
    steps = iter(path)
    for step in steps:
        field = record.fields.get(str(step)) or record.fields.get(f"{step}_") if record is not None else None
        if field is None:
            return None
        record = field.record
        if field.form is not Form.ONE:
            next(steps, None)
    return field


def record_at(path: Path) -> Record | None:
    """The table of the record to which a path leads."""
    field = field_at(path)
    return field.record if field is not None else None
