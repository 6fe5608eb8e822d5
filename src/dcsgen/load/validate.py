"""Checks a tree against the published schemas and those of plug-ins: all problems at once, in words for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from msgspec import structs

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Path, Problem
from dcsgen.load import schema_kinds as kinds
from dcsgen.load.schema_errors import example_of, problems_of

if TYPE_CHECKING:
    from jsonschema.protocols import Validator
    from jsonschema_rs import Draft202012Validator as QuickValidator
    from jsonschema_rs import Registry as QuickRegistry
    from referencing import Registry

_WHOLES = {
    "site": "the site",
    "configuration": "the configuration",
    "accepted": "the list",
    "requirements": "the requirement profile",
}
"""What other files than descriptions are called where all of it is meant."""

_BASE = "dcsgen:///"
"""Stands before the file names of the published schemas where a validator insists on absolute URIs."""


class _BrokenSchemaError(Exception):
    """A schema that is none, or refers to what cannot be had."""


def validate(root: Any, fragments: Mapping[str, FilePath], schema: str = "description") -> list[Problem]:
    """Everything that the schema, and the plug-ins' fragments for `extensions`, find wrong with plain data.

    `fragments` goes from the name under `extensions` to the file of its schema.
    """
    whole = {"$ref": f"{schema}.schema.json"}
    if surely_valid(root, whole):
        wrong = []
    elif schema == "description" and _is_made(root):
        message = "this is what dcsgen has made of a description, and not a description"
        hint = "name the file that it was made from; `dcsgen diff` and `dcsgen build --since` take the data itself"
        return [kinds.MADE_DATA.at((), message, hint=hint)]
    else:
        wrong = _by_reference(root, whole, (), _WHOLES.get(schema, "the description"))
    problems = [_with_example(problem, root, schema) for problem in wrong]
    extensions = root.get("extensions") if isinstance(root, dict) else None
    if schema == "description" and isinstance(extensions, dict):
        for name, keys in extensions.items():
            problems += _extension(name, keys, fragments)
    return problems


def problems_in(node: Any, schema: dict[str, Any], path: Path, whole: str) -> list[Problem]:
    """What a schema that is not published, such as a plug-in's, finds wrong with a part of data; `whole` is its name.

    A schema that cannot be used is a problem at the part itself.
    """
    try:
        return [] if surely_valid(node, schema) else _by_reference(node, schema, path, whole)
    except _BrokenSchemaError as trouble:
        reason = str(trouble).partition("\n")[0]
        return [kinds.BROKEN_FRAGMENT.at(path, f"the schema of its plug-in cannot be used: {reason}")]


def _is_made(root: Any) -> bool:
    """Whether data is what dcsgen makes of a description: that has the edition of the standard that it goes by."""
    return isinstance(root, dict) and "edition" in root and surely_valid(root, {"$ref": "capability.schema.json"})


def _with_example(problem: Problem, root: Any, schema: str) -> Problem:
    """A problem with a text, which all texts share a schema for, with the example of its key."""
    here = schemas.root(schema)
    node: Any = root
    for step in () if problem.hint else problem.path:
        below = schemas.child(schemas.fitting(here, node), step)
        if below is None:
            return problem
        here = below
        node = node.get(step) if isinstance(node, dict) else node[step]
    return structs.replace(problem, hint=example_of(here.schema)) if "x-text" in here.schema else problem


def surely_valid(node: Any, schema: dict[str, Any] | bool) -> bool:
    """Whether data passes a schema, by a quick look: true for almost all valid data, never for other.

    The validator behind it is compiled and a hundred times faster. It says only yes or no here: where it says no or
    nothing, the reference of `validator` decides and finds the words.
    """
    from jsonschema_rs import ReferencingError

    try:
        return _compiled(json.dumps(schema)).is_valid(node)
    except (ReferencingError, ValueError, TypeError, OverflowError):
        # A schema that is none, or data that JSON does not have, such as half a surrogate pair.
        return False


@lru_cache(maxsize=32)
def _compiled(schema: str) -> QuickValidator:
    """The quick validator for a schema, written as JSON: compiling it takes longer than a check."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(json.loads(schema), registry=_published(), base_uri=f"{_BASE}quick", offline=True)


@cache
def _published() -> QuickRegistry:
    """The published schemas, read by the quick validator once for all descriptions and fragments."""
    from jsonschema_rs import Registry

    return Registry([(f"{_BASE}{name}.schema.json", schemas.load(name)) for name in schemas.names()])


def validator(schema: dict[str, Any] | bool) -> Validator:
    """A validator for a schema that may refer to the published ones by their file names, and to nothing else."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema, registry=_registry())


@cache
def _registry() -> Registry[Any]:
    """The published schemas, read by the reference validator once."""
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    resources = ((f"{each}.schema.json", DRAFT202012.create_resource(schemas.load(each))) for each in schemas.names())
    return Registry().with_resources(resources)


def _by_reference(
    node: Any, schema: dict[str, Any] | bool, path: Path, whole: str = "the description"
) -> list[Problem]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError
    from referencing.exceptions import Unresolvable

    try:
        Draft202012Validator.check_schema(schema)
        return list(problems_of(validator(schema).iter_errors(node), path, whole))
    except (SchemaError, Unresolvable, RecursionError) as trouble:
        raise _BrokenSchemaError(str(trouble)) from trouble


def _extension(name: str, keys: Any, fragments: Mapping[str, FilePath]) -> Iterator[Problem]:
    path: Path = ("extensions", name)
    if name not in fragments:
        known = ", ".join(sorted(fragments)) or "none"
        message = f"no plug-in has keys under extensions.{name}"
        hint = f"plug-ins with keys of their own: {known}"
        yield Problem(kind=kinds.UNKNOWN_EXTENSION, path=path, message=message, hint=hint, on_key=True)
        return
    try:
        fragment = json.loads(fragments[name].read_bytes())
        yield from [] if surely_valid(keys, fragment) else _by_reference(keys, fragment, path)
    except (OSError, ValueError, _BrokenSchemaError) as trouble:
        reason = str(trouble).partition("\n")[0]
        yield kinds.BROKEN_FRAGMENT.at(path, f"the schema {fragments[name].name} cannot be used: {reason}")
