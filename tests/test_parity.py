"""Schemas, model and enums say the same: a key of one is a field of the other, with the same words."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from enum import StrEnum

import msgspec
import pytest

from dcsgen import model
from dcsgen.base import schema as schemas

DERIVED = {
    "Capability": {"edition"},
    "AppliedModule": {"usage", "entity"},
    "Iod": {"provider"},
    "StatusTable": {"provider"},
    "AttributeMapping": {"provider"},
    "AeMapping": {"provider"},
    "MappedAttribute": {"name", "tag", "vr", "vm", "type", "implied"},
    "AeMappedAttribute": {"name", "tag"},
    "WebAttribute": {"name", "tag"},
    "WebPayloadAttribute": {"name", "tag", "type", "implied"},
    "CreatedAttribute": {"name", "tag", "vr", "vm", "type", "implied"},
    "Coercion": {"name", "tag", "vr", "implied"},
    "FailureReason": {"meaning"},
    "Limit": {"attribute_name", "tag"},
    "ContextGroup": {"name", "attribute_name", "tag"},
    "IheProfile": {"name"},
    "QueryKey": {"name", "tag", "vr", "matching_type", "return_type", "implied"},
    "OperationAttribute": {"name", "tag", "vr", "type", "implied"},
}
"""Fields that the resolver adds and nobody writes."""

ONLY_WRITTEN = {"Capability": {"include", "extends", "sets"}}
"""Keys that are gone when a description is resolved."""

OTHERS = (
    "media-service",
    "web-service",
    "security",
    "service-attributes",
    "created-objects",
    "service-rules",
    "content",
)
"""Schemas of records that plug-ins do not give."""


def definitions() -> Iterator[tuple[str, schemas.Located]]:
    for name in ("description", "iod", "attribute-mapping", "status-table", "ae-mapping", *OTHERS):
        root = schemas.load(name)
        for definition in (root, *root.get("$defs", {}).values()):
            if "x-model" in definition:
                yield definition["x-model"], schemas.Located(definition, name)


DEFINITIONS = dict(definitions())


def struct(name: str) -> type[msgspec.Struct]:
    found: type[msgspec.Struct] = getattr(model, name)
    return found


@pytest.mark.parametrize("name", sorted(DEFINITIONS))
def test_keys_are_fields(name: str) -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(struct(name))}
    written = set(DEFINITIONS[name].schema["properties"]) - ONLY_WRITTEN.get(name, set())
    assert fields - DERIVED.get(name, set()) == written


@pytest.mark.parametrize("name", sorted(DEFINITIONS))
def test_required_keys_are_fields_without_default(name: str) -> None:
    derived = DERIVED.get(name, set())
    needed = {f.encode_name for f in msgspec.structs.fields(struct(name)) if f.required} - derived
    assert needed == set(DEFINITIONS[name].schema.get("required", ()))


def enums_of(annotation: object) -> Iterator[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from enums_of(inner)


def words_of(here: schemas.Located) -> set[str]:
    here = schemas.follow(here)
    words = set(here.schema.get("enum", ()))
    for branch in (*here.schema.get("anyOf", ()), here.schema.get("items", {})):
        words |= words_of(schemas.Located(branch, here.file)) if branch else set()
    return words


@pytest.mark.parametrize("name", sorted(DEFINITIONS))
def test_enums_have_the_words_of_the_schema(name: str) -> None:
    here = DEFINITIONS[name]
    for field in msgspec.structs.fields(struct(name)):
        for enum in enums_of(field.type):
            key = schemas.child(here, field.encode_name)
            assert key is not None
            if name in ("ExtendedSopClass", "OwnApplicationProfile") and field.encode_name == "kind":
                # A Standard SOP Class or Application Profile needs no entry of its own.
                assert words_of(key) == {str(word) for word in enum} - {"standard"}
            else:
                assert words_of(key) == {str(word) for word in enum}


def keys(here: schemas.Located, path: str) -> Iterator[tuple[str, schemas.Schema]]:
    schema = here.schema
    for key, value in schema.get("properties", {}).items():
        yield f"{path}.{key}", schemas.follow(schemas.Located(value, here.file)).schema
        if "properties" in value:
            yield from keys(schemas.Located(value, here.file), f"{path}.{key}")


EVERY_KEY = [(f"{name}{path}", schema) for name, here in DEFINITIONS.items() for path, schema in keys(here, "")]


@pytest.mark.parametrize(("path", "schema"), EVERY_KEY, ids=[path for path, _ in EVERY_KEY])
def test_every_key_has_a_sentence_an_example_and_a_clause(path: str, schema: schemas.Schema) -> None:
    description = schema["description"]
    assert description[0].isupper()
    assert description.rstrip().endswith(".")
    if "properties" in schema:
        return
    assert schema.get("examples"), "no example"
    own = ("dcsgen", "include", "extends", "sets", "extensions", "template", "language")
    assert "x-ps3" in schema or path.rpartition(".")[2] in own, "no clause"


@pytest.mark.parametrize(("path", "schema"), EVERY_KEY, ids=[path for path, _ in EVERY_KEY])
def test_examples_fit_their_schema(path: str, schema: schemas.Schema) -> None:
    from dcsgen.load.validate import validator

    definitions = schemas.load(DEFINITIONS[path.partition(".")[0]].file).get("$defs", {})
    for example in schema.get("examples", ()):
        wrong = validator({**schema, "$defs": definitions}).iter_errors(example)
        assert [error.message for error in wrong] == []
