"""The rule xyz/S1: fields of a mapping stand in tables that the product database has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dcsgen.base.text import did_you_mean, quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Severity

KIND = Kind(
    code="xyz/S1",
    slug="unknown-database-table",
    severity=Severity.ERROR,
    what=(
        "A field of an attribute mapping or of an AE-specific mapping, written `TABLE.FIELD`, names a table that is "
        "not listed under `extensions.xyz.database_tables`. Without such a list nothing is checked."
    ),
    why=(
        "Physicists look a field up in the database by the name that Annex B and Annex D print. A table that was "
        "renamed or misspelt sends them to nowhere, and nobody notices until a plan has to be traced."
    ),
    instead="Correct the name of the table, or add the table to the list if the database schema has got it.",
)

Fields = Iterator[tuple[Path, tuple[str, ...]]]
"""Fields that stand together, and the path of the key `field` that names them."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each field whose table is unknown, at the field in its mapping."""
    tables = _tables(capability.extensions.get("xyz"))
    if not tables:
        return
    for path, fields in (*_of_attribute_mappings(capability), *_of_ae_mappings(capability)):
        for index, field in enumerate(fields):
            table = field.partition(".")[0]
            if table not in tables:
                # One field is written as text, several as a list: only then there is something below the key.
                at = (*path, index) if len(fields) > 1 else path
                message = f"the field {field} is in a table {quoted(table)}, which the product database does not have"
                yield KIND.at(at, message, hint=did_you_mean(table, tables) or "see extensions.xyz.database_tables")


RULE = LintRule(kind=KIND, find=find)


def _tables(extension: Any) -> tuple[str, ...]:
    """The tables of the database; none if the description does not state them."""
    return tuple(extension.get("database_tables", ())) if isinstance(extension, dict) else ()


def _of_attribute_mappings(capability: Capability) -> Fields:
    for name, mapping in capability.attribute_mappings.items():
        for module_name, module in mapping.modules.items():
            for path, attribute in module.attributes.items():
                yield ("attribute_mappings", name, "modules", module_name, "attributes", path, "field"), attribute.field


def _of_ae_mappings(capability: Capability) -> Fields:
    for name, mapping in capability.ae_mappings.items():
        for path, attribute in mapping.attributes.items():
            at: Path = ("ae_mappings", name, "attributes", path)
            yield (*at, "default", "field"), attribute.default.field
            for ae_title, target in attribute.per_ae_title.items():
                yield (*at, "per_ae_title", ae_title, "field"), target.field
