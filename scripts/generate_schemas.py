"""Writes the schemas that follow from the model: of the resolved description and of layouts.

The schemas of what people write are kept by hand; these two are derived, and a test compares.
Usage: python scripts/generate_schemas.py
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from dcsgen.model import Capability
from dcsgen.plugin.layout import Layout

FOLDER = Path(__file__).resolve().parents[1] / "schemas"

DERIVED: dict[str, tuple[type[msgspec.Struct], str, str]] = {
    "capability": (
        Capability,
        "Resolved description",
        "What `dcsgen build --format json` writes and HTML and PDF carry: a description with all names resolved.",
    ),
    "layout": (Layout, "Layout", "The outline of a document, as in templates/layouts/."),
}


def generated(name: str) -> str:
    """The text of one derived schema."""
    model, title, description = DERIVED[name]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "description": description}
    return json.dumps({**head, **msgspec.json.schema(model)}, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write them all."""
    for name in DERIVED:
        (FOLDER / f"{name}.schema.json").write_text(generated(name), encoding="utf-8")


if __name__ == "__main__":
    main()
