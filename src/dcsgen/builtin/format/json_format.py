"""The resolved description as JSON: what HTML and PDF embed, as a file of its own."""

from __future__ import annotations

from dcsgen.plugin.format import Format
from dcsgen.plugin.statement import Statement


def write_json(statement: Statement) -> bytes:
    """The description as it was resolved, in the form of `schemas/capability.schema.json`."""
    return statement.data


FORMAT = Format("json", ".json", write_json)
