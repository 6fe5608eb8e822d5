"""Where templates and schemas are: inside an installed package, at the top of a checkout otherwise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def folder(name: str) -> Path:
    """The folder `templates` or `schemas`."""
    for candidate in (PACKAGE / name, PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"dcsgen was installed without its {name}: install it again from a wheel")


def schema_file(name: str) -> Path:
    """The file of a published schema, e.g. `description` for `schemas/description.schema.json`."""
    return folder("schemas") / f"{name}.schema.json"
