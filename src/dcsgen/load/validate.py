"""Checks a tree against the published schemas and those of plug-ins: all problems at once, in words for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Path, Problem
from dcsgen.load import schema_kinds as kinds
from dcsgen.load.schema_errors import problems_of

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def validate(root: Any, fragments: Mapping[str, FilePath], schema: str = "description") -> list[Problem]:
    """Everything that the schema, and the plug-ins' fragments for `extensions`, find wrong with plain data.

    `fragments` goes from the name under `extensions` to the file of its schema.
    """
    problems = list(problems_of(validator({"$ref": f"{schema}.schema.json"}).iter_errors(root), ()))
    extensions = root.get("extensions") if isinstance(root, dict) else None
    if schema == "description" and isinstance(extensions, dict):
        for name, keys in extensions.items():
            problems += _extension(name, keys, fragments)
    return problems


def validator(schema: Mapping[str, Any] | bool) -> Validator:
    """A validator for a schema that may refer to the published ones by their file names, and to nothing else."""
    from jsonschema import Draft202012Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    resources = ((f"{each}.schema.json", DRAFT202012.create_resource(schemas.load(each))) for each in schemas.names())
    registry: Registry[Any] = Registry().with_resources(resources)
    return Draft202012Validator(schema, registry=registry)


def _extension(name: str, keys: Any, fragments: Mapping[str, FilePath]) -> Iterator[Problem]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError
    from referencing.exceptions import Unresolvable

    path: Path = ("extensions", name)
    if name not in fragments:
        known = ", ".join(sorted(fragments)) or "none"
        message = f"no plug-in has keys under extensions.{name}"
        hint = f"plug-ins with keys of their own: {known}"
        yield Problem(kind=kinds.UNKNOWN_EXTENSION, path=path, message=message, hint=hint, on_key=True)
        return
    try:
        fragment = json.loads(fragments[name].read_bytes())
        Draft202012Validator.check_schema(fragment)
        yield from list(problems_of(validator(fragment).iter_errors(keys), path))
    except (OSError, ValueError, SchemaError, Unresolvable, RecursionError) as trouble:
        reason = str(trouble).partition("\n")[0]
        yield kinds.BROKEN_FRAGMENT.at(path, f"the schema {fragments[name].name} cannot be used: {reason}")
