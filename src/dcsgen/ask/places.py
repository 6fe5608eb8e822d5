"""What the schemas and the tables of the model say of the path of a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from dcsgen.base import schema as schemas
from dcsgen.base.place import Path
from dcsgen.base.text import in_words
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Form, Record

_NOTE = " CommonMark, no HTML."
"""What schemas say to authors."""

_CODE = re.compile("`([^`]*)`")


def located(path: Path) -> schemas.Located | None:
    """The schema of what stands at a path of a description; None if no schema knows it."""
    here = schemas.root("description")
    for step in path:
        below = schemas.child(schemas.fitting(here, [] if isinstance(step, int) else {}), step)
        if below is None:
            return None
        here = below
    return here


def asked_at(path: Path, capability: Capability) -> Iterator[Path]:
    """The path itself, or those of the keys of a record that can only be asked for one by one.

    Of a record that may hold a lot, it is what makes a difference to peers. Where there is a record for each of some
    others, such as an address for each Application Entity, it is asked for each of them.
    """
    here = located(path)
    if here is None or is_stated(path, capability):
        yield path
        return
    keys = _keys_of(here)
    each = tuple(getattr(capability, here.schema.get("x-keys-ref", ""), None) or ())
    if each and (below := schemas.child(here, each[0])) is not None and _keys_of(below):
        for name in each:
            yield from asked_at((*path, name), capability)
    elif keys:
        required = [key for key in keys if key in here.schema.get("required", ())]
        table = _table_at(path)
        telling = [key for key in keys if table is not None and key in table.fields and table.fields[key].stance]
        facts = [key for key, one in keys.items() if "x-prose" not in one.schema]
        for key in required or telling or facts or keys:
            yield from asked_at((*path, key), capability)
    else:
        yield path


def _keys_of(here: schemas.Located) -> dict[str, schemas.Located]:
    """The keys of a record whose keys are fixed; none of anything else."""
    inside = schemas.follow(here)
    names = inside.schema.get("properties", {}) if inside.schema.get("type") == "object" else {}
    return {name: below for name in names if (below := schemas.child(inside, name)) is not None}


def _table_at(path: Path) -> Record | None:
    """How the record at a path is compared, which tells what of it matters to peers."""
    record: Record | None = CAPABILITY
    steps = iter(path)
    for step in steps:
        field = record.fields.get(str(step)) if record is not None else None
        if field is None:
            return None
        record = field.record
        if field.form is not Form.ONE:
            next(steps, None)
    return record


def sentence_of(schema: Mapping[str, Any]) -> str:
    """What a schema says that a key is, without its notes to authors."""
    return _CODE.sub(r"“\1”", str(schema.get("description", "")).replace(_NOTE, "").strip())


def says_none(schema: Mapping[str, Any]) -> bool:
    """Whether `none` is among what a key takes."""
    return any(branch.get("const") == schemas.NONE for branch in schema.get("anyOf", ()))


def record_in_words(path: Path, capability: Capability) -> str:
    """The records that a path leads through: `Service "storage" (Storage of images), query key "PatientID"`."""
    words = []
    record: Record | None = CAPABILITY
    node: Any = capability
    steps = iter(path)
    for step in steps:
        field = record.fields.get(str(step)) or record.fields.get(f"{step}_") if record is not None else None
        if record is None or field is None:
            break
        node = _below(node, step)
        inner = field.record or field.group
        if field.form is Form.MAP:
            key = next(steps, None)
            if key is None:
                break
            node = _below(node, key)
            title = getattr(node, "title", "") or (getattr(node, "name", "") if isinstance(node, Struct) else "")
            subject = in_words(str(inner.subject if inner is not None else field.subject or step))
            words.append(f'{subject} "{key}"' + (f" ({title})" if title and title != key else ""))
        elif field.form is Form.ONE and inner is not None and not words:
            words.append(in_words(str(step)))
        record = inner
    text = (", ".join(words) or in_words(str(path[0]))).replace("application entity", "Application Entity")
    return text[0].upper() + text[1:]


def is_stated(path: Path, capability: Capability) -> bool:
    """Whether there is a record at a path, so that a question about it is about what it leaves open."""
    node: Any = capability
    for step in path:
        node = _below(node, step)
    return isinstance(node, Struct) and bool(msgspec.to_builtins(node))


def _below(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    return getattr(node, str(step), None) if isinstance(node, Struct) else None
