"""A schema for a vendor's own keys."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class SchemaFragment(Struct, frozen=True):
    """A JSON Schema (draft 2020-12) file for what stands under `extensions.<name>` of a description."""

    name: str
    file: Path
