"""The sorts of records in a description, as the schemas have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from dcsgen.base import schema as schemas

Keys = tuple[str, ...]
"""Steps into a description: keys, `<name>` where the author chooses the key, and `[]` for an item of a list."""

KEY_WORDS = {
    "statuses": "code",
    "local": "Application Entity",
    "remote": "AE Title",
    "per_ae_title": "AE Title",
    "private_attributes": "Tag",
    "modules": "Module",
    "attributes": "path",
    "keys": "path",
    "codes": "Code Value",
    "content": "item",
    "ihe_profiles": "profile",
    "actors": "actor",
    "fields": "field",
    "coercion": "path",
    "failure_reasons": "code",
    "functional_groups": "macro",
    "history": "revision",
    "values": "value",
    "application_profiles": "identifier",
    "transactions": "transaction",
    "resources": "resource",
    "headers": "field",
    "request_media_types": "media type",
    "response_media_types": "media type",
    "messages": "message",
    "ldap": "object class",
    "<object class>": "attribute",
    "rejections": "result",
}
"""What the keys of a mapping are, where they are not simply names."""


class Record(NamedTuple):
    """A sort of record: where it may stand, and its schema."""

    paths: tuple[Keys, ...]
    schema: schemas.Located


@cache
def records() -> Mapping[str, Record]:
    """Every sort of record by the name of its class in the model, in the order in which a reader meets them."""
    found: dict[str, Record] = {}
    for path, here in _below(schemas.root("description"), ()):
        name = here.schema["x-model"]
        before = found[name].paths if name in found else ()
        found[name] = Record((*before, path), here)
    return found


def _below(here: schemas.Located, path: Keys) -> Iterator[tuple[Keys, schemas.Located]]:
    here = schemas.fitting(here, {})
    if "properties" in here.schema:
        yield path, here
        for key in here.schema["properties"]:
            yield from _below(child(here, key), (*path, key))
    elif (below := schemas.child(here, "\0")) is not None:
        yield from _below(below, (*path, f"<{key_word(path)}>"))
    elif here.schema.get("type") == "array" and (item := schemas.child(here, 0)) is not None:
        yield from _below(item, (*path, "[]"))


def leads_to(path: Keys) -> Keys | None:
    """The path of the record that a key leads to, at once or through a name; None if it holds something simple."""
    for record in records().values():
        for other in record.paths:
            if path and other[: len(path)] == path and all(map(free, other[len(path) :])):
                return other
    return None


def example(record: Record) -> dict[str, Any]:
    """A record with every key that leads to no other record, under the nearest key that the language has."""
    path = record.paths[0]
    made: Any = {
        key: child(record.schema, key).schema["examples"][0]
        for key in record.schema.schema["properties"]
        if not leads_to((*path, key))
    }
    for depth in range(len(path), 0, -1):
        step = path[depth - 1]
        if step == "[]":
            made = [made]
        elif free(step):
            made = {_example_key(path[: depth - 1]): made}
        else:
            return {step: made}
    return dict(made)


def _example_key(path: Keys) -> str:
    here = schemas.root("description")
    for step in path:
        here = child(schemas.fitting(here, {}), "\0" if free(step) else step)
    return str(next(iter(here.schema["examples"][0])))


def child(here: schemas.Located, key: str | int) -> schemas.Located:
    """The schema of a member that must be there."""
    found = schemas.child(here, key)
    if found is None:
        raise KeyError(f"the schema {here.file} says nothing about {key}")
    return found


def key_word(path: Keys) -> str:
    """What the author's keys in the mapping at a path are."""
    return KEY_WORDS.get(path[-1], "name")


def free(step: str) -> bool:
    """Whether a step is one that the author chooses."""
    return step[0] in "<["


def dotted(path: Sequence[str]) -> str:
    """A path for people: `sequences.<name>.steps[]`."""
    return ".".join(path).replace(".[]", "[]")


def anchor(path: Sequence[str]) -> str:
    """A path as `dcsgen explain` takes it, without the keys that the author chooses: `sequences.steps`."""
    return ".".join(step for step in path if not free(step))
