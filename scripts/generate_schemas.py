"""Writes the schemas that follow from classes: of the resolved description, of layouts, of answers about the standard.

The schemas of what people write are kept by hand; these are derived, and a test compares.
Usage: python scripts/generate_schemas.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Union

import msgspec

from dcsgen.api.catalog_query import CatalogAnswer, CatalogDocument
from dcsgen.api.standard.asking import all_kinds
from dcsgen.api.standard.records import Answer
from dcsgen.base.draft import Decisions, Draft
from dcsgen.base.witness import AnyWitness
from dcsgen.model import Capability
from dcsgen.plugin.layout import Layout
from dcsgen.plugin.tables import Table

FOLDER = Path(__file__).resolve().parents[1] / "schemas"


def _entries(said: Any) -> Any:
    """Any kind of entry or none, with what is said about it."""
    return Annotated[(Union[(*(kind.entry for kind in all_kinds()), None)], *said.__metadata__)]


def _answer() -> type[msgspec.Struct]:
    """The class of an answer, with every kind of entry that there is."""
    fields = [
        (field.name, _entries(field.type) if field.name == "entry" else field.type, field.default)
        if field.default is not msgspec.NODEFAULT
        else (field.name, field.type)
        for field in msgspec.structs.fields(Answer)
    ]
    return msgspec.defstruct("Answer", fields, namespace={"__doc__": Answer.__doc__})


DERIVED: dict[str, tuple[Any, str, str]] = {
    "capability": (
        Capability,
        "Resolved description",
        "What `dcsgen build --format json` writes and HTML and PDF carry: a description with all names resolved.",
    ),
    "catalog-answer": (
        CatalogAnswer,
        "Answer of a catalogue",
        "What `dcsgen catalog query --output json` writes: what each document says to a question.",
    ),
    "catalog-documents": (
        tuple[CatalogDocument, ...],
        "Documents of a catalogue",
        "What `dcsgen catalog list --output json` writes.",
    ),
    "layout": (Layout, "Layout", "The outline of a document, as in templates/layouts/."),
    "tables": (
        dict[str, Table],
        "Tables",
        "The columns of tables by kind, as in `tables.yaml` of templates/ and of the folders of layouts.",
    ),
    "witness": (
        AnyWitness,
        "Witness",
        "What worked before a breaking change and fails after it, as `dcsgen diff --output json` writes it.",
    ),
    "draft": (
        Draft,
        "Draft",
        "What `dcsgen import --output json` writes: a partial description with the evidence for each fact in it.",
    ),
    "decisions": (Decisions, "Decisions", "What the review page of a draft saves, for `dcsgen import --decisions`."),
    "standard": (_answer(), "Answer about the standard", "What `dcsgen standard --json` writes."),
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
