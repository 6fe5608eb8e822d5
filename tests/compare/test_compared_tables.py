"""The tables of `dcsgen.model.compared` say of every field of the model how it is compared, and nothing else."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec
import pytest

from dcsgen import model
from dcsgen.base import schema as schemas
from dcsgen.base.change import Subject
from dcsgen.model.compared import CAPABILITY, Field, Form, Record

SCHEMAS = (
    "description",
    "iod",
    "attribute-mapping",
    "status-table",
    "ae-mapping",
    "media-service",
    "web-service",
    "security",
    "service-attributes",
    "created-objects",
    "service-rules",
    "content",
)


def tables() -> dict[str, Record]:
    """All tables by subject and class."""
    found: dict[str, Record] = {}
    waiting = [CAPABILITY]
    while waiting:
        record = waiting.pop()
        name = f"{record.of.__name__} {record.subject}"
        if name not in found:
            found[name] = record
            waiting += [inner for one in record.fields.values() for inner in (one.record, one.group) if inner]
    return found


TABLES = tables()
FIELDS = [(f"{name}.{key}", record, key) for name, record in TABLES.items() for key in record.fields]


def type_of(record: Record, key: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(record.of) if field.name == key)


def inside(annotation: Any) -> Iterator[Any]:
    """The alternatives of a type, without None."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        for each in typing.get_args(annotation):
            yield from inside(each)
    elif annotation is not type(None):
        yield annotation


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_every_field_of_its_class(name: str) -> None:
    record = TABLES[name]
    assert {field.name for field in msgspec.structs.fields(record.of)} == set(record.fields)


def test_every_class_of_the_model_has_a_table() -> None:
    classes = {name for name in model.__all__ if isinstance(getattr(model, name), type)}
    assert classes - {name.split()[0] for name in TABLES} == set()


def test_every_subject_is_of_a_table_or_a_list() -> None:
    used = {record.subject for record in TABLES.values()}
    used |= {field.subject for record in TABLES.values() for field in record.fields.values() if field.subject}
    assert set(Subject) == used


@pytest.mark.parametrize(("name", "record", "key"), FIELDS, ids=[name for name, _, _ in FIELDS])
def test_the_form_fits_the_type(name: str, record: Record, key: str) -> None:
    field = record.fields[key]
    kinds = list(inside(type_of(record, key)))
    if field.form is Form.MAP:
        assert all(kind is dict or typing.get_origin(kind) is dict for kind in kinds)
        assert typing.get_args(kinds[0])[1] is (field.record.of if field.record else typing.get_args(kinds[0])[1])
    elif field.form in (Form.SET, Form.LIST):
        (kind,) = kinds
        item = typing.get_args(kind)[0]
        if field.record is not None:
            assert item is field.record.of
            assert set(field.key) <= set(field.record.fields)
        else:
            assert not (isinstance(item, type) and issubclass(item, msgspec.Struct))
    elif field.form is Form.ONE:
        assert field.record is not None
        assert kinds == [field.record.of]
    else:
        assert not any(isinstance(kind, type) and issubclass(kind, msgspec.Struct) for kind in kinds)
        assert (field.form is Form.RANGE) == any(
            typing.get_origin(kind) is tuple and ... not in typing.get_args(kind) for kind in kinds
        )


@pytest.mark.parametrize(("name", "record", "key"), FIELDS, ids=[name for name, _, _ in FIELDS])
def test_words_of_a_scale_are_words_of_the_field(name: str, record: Record, key: str) -> None:
    field = record.fields[key]
    for enum in enums_in(type_of(record, key)):
        if field.form is Form.SCALE:
            assert {str(word) for word in field.scale} == {str(word) for word in enum}
        if field.form is Form.EXTENT:
            assert {str(word) for word in field.extents} <= {str(word) for word in enum}
    if field.form is Form.SCALE and not list(enums_in(type_of(record, key))):
        assert field.scale == (False, True)


def enums_in(annotation: Any) -> Iterator[type[StrEnum]]:
    for kind in inside(annotation):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            yield kind


def properties() -> Iterator[tuple[str, str, schemas.Schema]]:
    """Class, field and schema of each key that people write."""
    for name in SCHEMAS:
        root = schemas.load(name)
        for definition in (root, *root.get("$defs", {}).values()):
            for key in definition.get("properties", {}) if "x-model" in definition else ():
                here = schemas.child(schemas.Located(definition, name), key)
                if here is not None:
                    yield definition["x-model"], key, here.schema


def fields_of(of: str, key: str) -> list[Field]:
    found = [record for name, record in TABLES.items() if name.split()[0] == of]
    return [field for record in found if (field := record.fields.get(key)) is not None]


def test_prose_is_words() -> None:
    wrong = [
        f"{of}.{key}"
        for of, key, schema in properties()
        for field in fields_of(of, key)
        if schema.get("x-prose") and field.form is not Form.WORDS
    ]
    assert wrong == []


def test_references_are_links() -> None:
    """What the schemas call a reference is one here, to the same collection, and the other way round."""
    wrong = []
    for of, key, schema in properties():
        referred = schema.get("x-ref") or schema.get("x-keys-ref")
        if referred is None and isinstance(schema.get("items"), dict):
            referred = schema["items"].get("x-ref")
        for field in fields_of(of, key):
            expected = (referred,) if referred else ()
            # A step may name activities, Application Entities or somebody else, which no schema can tell.
            if field.link != expected and of != "Step":
                wrong.append(f"{of}.{key}: {field.link} is not {expected}")
    assert wrong == []
