"""The published schemas, read as data: who knows a key's meaning asks here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from dcsgen.base.finding import Path
from dcsgen.base.resources import folder, schema_file

Schema = Mapping[str, Any]

NONE = "none"
"""The word that says of a list or a mapping of records that there are none, where a schema takes it."""


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


_followed: dict[tuple[int, str], tuple[Schema, Located]] = {}
_fitted: dict[tuple[int, str, int], tuple[Schema, Located]] = {}
# Both by the identity of a schema, which stays its own because the schema is kept beside the answer.


def follow(here: Located) -> Located:
    """The schema that a `$ref` leads to, over as many references as there are; keys beside it are kept."""
    if "$ref" not in here.schema:
        return here
    place = (id(here.schema), here.file)
    if place not in _followed:
        _followed[place] = (here.schema, _referred(here))
    return _followed[place][1]


def _referred(here: Located) -> Located:
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
    for index, branch in enumerate(here.schema.get("anyOf", ())):
        located = follow(Located(branch, here.file))
        if _type_fits(located.schema, node):
            place = (id(here.schema), here.file, index)
            if place not in _fitted:
                beside = {key: value for key, value in here.schema.items() if key != "anyOf"}
                _fitted[place] = (here.schema, Located({**beside, **located.schema}, located.file))
            return _fitted[place][1]
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


def marked(node: Any, schema: Located, keyword: str, path: Path = ()) -> Iterator[Annotated]:
    """Every node below and including `node` whose schema has a keyword, parents first.

    It asks nothing of the node: what the schema does not describe is passed over, and so is everything below which
    no schema has the keyword, so that the many scalars of a long description cost nothing.
    """
    here = fitting(schema, node)
    if keyword in here.schema:
        yield Annotated(path, node, here.schema)
    if isinstance(node, dict):
        ways, other = _ways(here, keyword)
        for key, value in node.items():
            below = ways.get(key, other)
            if below is not None:
                yield from marked(value, below, keyword, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            below = child(here, index)
            if below is not None and _leads(below, keyword):
                yield from marked(value, below, keyword, (*path, index))


_Ways = tuple[dict[str, Located | None], Located | None]
_known_ways: dict[tuple[int, str, str], tuple[Schema, _Ways]] = {}
_known_leads: dict[tuple[int, str, str], tuple[Schema, bool]] = {}


def _ways(here: Located, keyword: str) -> _Ways:
    """The members of an object below which a schema has the keyword, and what holds for all other members."""
    place = (id(here.schema), here.file, keyword)
    if place not in _known_ways:
        named = {key: _way(child(here, key), keyword) for key in here.schema.get("properties", {})}
        other = here.schema.get("additionalProperties")
        rest = follow(Located(other, here.file)) if isinstance(other, Mapping) else None
        _known_ways[place] = (here.schema, (named, _way(rest, keyword)))
    return _known_ways[place][1]


def _way(below: Located | None, keyword: str) -> Located | None:
    return below if below is not None and _leads(below, keyword) else None


def _leads(here: Located, keyword: str) -> bool:
    """Whether the schema, or one below it, has the keyword."""
    place = (id(here.schema), here.file, keyword)
    if place not in _known_leads:
        seen: dict[int, Located] = {}
        waiting = [here]
        found = False
        while waiting and not found:
            one = follow(waiting.pop())
            if id(one.schema) not in seen:
                seen[id(one.schema)] = one
                found = keyword in one.schema
                waiting += (Located(below, one.file) for below in _below(one.schema))
        _known_leads[place] = (here.schema, found)
    return _known_leads[place][1]


def _below(schema: Schema) -> Iterator[Schema]:
    """The schemas that stand directly in one, for members, items and forms."""
    parts: list[Any] = [*schema.get("properties", {}).values()]
    parts += (*schema.get("anyOf", ()), *schema.get("prefixItems", ()))
    parts += (schema.get("additionalProperties"), schema.get("items"))
    return (part for part in parts if isinstance(part, Mapping))
