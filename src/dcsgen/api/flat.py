"""A resolved description as text: a line for each fact, in an order that does not depend on how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.text import scalar
from dcsgen.base.tree import harmless
from dcsgen.compare.items import keyed
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Field, Form, Record


def as_lines(capability: Capability) -> str:
    """All that a Capability says: on each line the path of natural keys, and what is said there.

    Maps and sets are sorted; lists whose order matters are as they are. A text has a line for each of its own. What
    only the standard says is left out.
    """
    return "".join(f"{harmless(line)}\n" for line in _record("", capability, CAPABILITY))


def _record(path: str, record: Struct, spec: Record) -> Iterator[str]:
    defaults = _defaults(type(record))
    for name, field in spec.fields.items():
        value = getattr(record, name)
        if not field.standard and value != defaults[name]:
            yield from _value(f"{path}.{name.rstrip('_')}".lstrip("."), value, field)


@cache
def _defaults(of: type[Struct]) -> dict[str, Any]:
    """What the fields of a class are if nothing is said."""
    return {field.name: field.default for field in structs.fields(of)}


def _value(path: str, value: Any, field: Field) -> Iterator[str]:
    if isinstance(value, dict) and value:
        for key in sorted(value):
            yield from _entry(f"{path}.{key}", value[key], field)
    elif field.form in (Form.SET, Form.LIST) and value:
        items = keyed(value, field)
        for key in sorted(items) if field.form is Form.SET else items:
            yield from _item(path, key, items[key], field)
    elif isinstance(value, Struct) and field.record is not None:
        yield from _entry(path, value, field)
    elif value is not None and value not in ((), {}):
        yield from _said(path, value)


def _entry(path: str, value: Any, field: Field) -> Iterator[str]:
    """What has a name of its own. It is told even if nothing more is said of it."""
    if isinstance(value, Struct) and field.record is not None:
        yield from list(_record(path, value, field.record)) or [path]
    else:
        yield from _said(path, value)


def _item(path: str, key: str, item: Any, field: Field) -> Iterator[str]:
    """What is in a list. Things of the standard are told by name."""
    if isinstance(item, Struct) and hasattr(item, "uid") and hasattr(item, "name"):
        yield f"{path}: {item.name} ({item.uid})"
    elif isinstance(item, Struct):
        yield from _entry(f"{path}.{key}", item, field)
    else:
        yield from _said(path, item)


def _said(path: str, value: Any) -> Iterator[str]:
    return (f"{path}: {line}" for line in _plain(value).splitlines())


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(each)}" for key, each in sorted(value.items()))
    if isinstance(value, tuple):
        return ", ".join("" if each is None else _plain(each) for each in value)
    return scalar(value)
