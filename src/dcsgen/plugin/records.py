"""Records that a plug-in adds to descriptions: a name, and a YAML file in the form of the published schema."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct


class Record(Struct, frozen=True):
    """A named record in a file of its own. It is read only when a description refers to it by `name`.

    The file holds what would stand under `<collection>.<name>` in a description and is checked against
    `schemas/<schema>.schema.json`; findings about it point into the file.
    """

    name: str
    file: Path

    collection: ClassVar[str]
    schema: ClassVar[str]


class Iod(Record, frozen=True):
    """An applied IOD."""

    collection: ClassVar[str] = "iods"
    schema: ClassVar[str] = "iod"


class AttributeMapping(Record, frozen=True):
    """The mapping of an applied IOD to a product's data."""

    collection: ClassVar[str] = "attribute_mappings"
    schema: ClassVar[str] = "attribute-mapping"


class StatusTable(Record, frozen=True):
    """A table of status codes."""

    collection: ClassVar[str] = "status_tables"
    schema: ClassVar[str] = "status-table"


class AeMapping(Record, frozen=True):
    """The differences of an attribute mapping between peers."""

    collection: ClassVar[str] = "ae_mappings"
    schema: ClassVar[str] = "ae-mapping"
