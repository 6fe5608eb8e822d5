"""The published schemas, read as data: who knows a key's meaning asks here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from dcsgen.base.finding import Path
from dcsgen.base.resources import folder, schema_file

Schema = Mapping[str, Any]


class Annotated(NamedTuple):
    """A node of a description with the schema that speaks about it.

    `schema` is None where the schemas say nothing (unknown keys, vendors' extensions).
    """

    path: Path
    node: Any
    schema: Schema


class Located(NamedTuple):
    """A schema, and the name of the file in which its own references are to be looked up."""

    schema: Schema
    file: str


@cache
def load(name: str) -> dict[str, Any]:
    """The published schema of a name, e.g. `description`; FileNotFoundError if there is none."""
    loaded: dict[str, Any] = json.loads(schema_file(name).read_bytes())
    return loaded


def names() -> tuple[str, ...]:
    """The names of all published schemas."""
    return tuple(sorted(file.name.removesuffix(".schema.json") for file in folder("schemas").glob("*.schema.json")))


def root(name: str) -> Located:
    """The whole schema of a name."""
    return Located(load(name), name)


def follow(here: Located) -> Located:
    """The schema that a `$ref` leads to, over as many references as there are; keys beside it are kept."""
    schema, file = here
    while "$ref" in schema:
        target, _, pointer = schema["$ref"].partition("#")
        file = target.removesuffix(".schema.json") or file
        found: Any = load(file)
        for step in pointer.strip("/").split("/") if pointer else ():
            found = found[step]
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**found, **beside} if beside else found
    return Located(schema, file)


def child(here: Located, key: str | int) -> Located | None:
    """The schema of a member of an object or of an item of an array; None if it says nothing about it."""
    schema, file = here
    if isinstance(key, int):
        items = schema.get("items")
        prefix = schema.get("prefixItems", ())
        found = prefix[key] if key < len(prefix) else items
    else:
        found = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
    return follow(Located(found, file)) if isinstance(found, Mapping) else None


def fitting(here: Located, node: Any) -> Located:
    """The branch of an `anyOf` that a node means, judged by its JSON type; the schema itself without one."""
    here = follow(here)
    for branch in here.schema.get("anyOf", ()):
        located = follow(Located(branch, here.file))
        if _type_fits(located.schema, node):
            beside = {key: value for key, value in here.schema.items() if key != "anyOf"}
            return Located({**beside, **located.schema}, located.file)
    return here


def _type_fits(schema: Schema, node: Any) -> bool:
    if "enum" in schema or "const" in schema:
        return not isinstance(node, dict | list)
    types = schema.get("type", ())
    wanted = (types,) if isinstance(types, str) else tuple(types)
    actual = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
    if type(node) is float and node.is_integer() and "integer" in wanted:
        return True
    return actual.get(type(node), "null") in wanted or (type(node) is int and "number" in wanted)


@cache
def keys_above(name: str, keyword: str) -> frozenset[str]:
    """The keys of a published schema that have a keyword of schemas in or below them, e.g. `x-dicom`."""
    properties = load(name)["properties"]
    return frozenset(key for key, schema in properties.items() if _has(schema, name, keyword, set()))


def _has(part: Any, file: str, keyword: str, seen: set[tuple[str, str]]) -> bool:
    if isinstance(part, list):
        return any(_has(each, file, keyword, seen) for each in part)
    if not isinstance(part, dict):
        return False
    if "$ref" in part:
        reference = (file, part["$ref"])
        if reference in seen:
            return False
        seen.add(reference)
        part, file = follow(Located(part, file))
    return keyword in part or any(_has(each, file, keyword, seen) for each in part.values())


def walk(node: Any, schema: Located, path: Path = ()) -> Iterator[Annotated]:
    """Every node below and including `node` that a schema speaks about, parents first.

    It asks nothing of the node: what the schema does not describe is passed over.
    """
    here = fitting(schema, node)
    yield Annotated(path, node, here.schema)
    members: Iterator[tuple[str | int, Any]]
    if isinstance(node, dict):
        members = iter(node.items())
    elif isinstance(node, list):
        members = iter(enumerate(node))
    else:
        return
    for key, value in members:
        below = child(here, key)
        if below is not None:
            yield from walk(value, below, (*path, key))
