"""Statements in reStructuredText."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dcsgen.plugin import Document, Importer, Paragraph, Reading, Spot, Table
from dcsgen.plugin.document import Block, grid

_SUFFIXES = (".rst", ".rest")


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is reStructuredText: by its name, as there is no other way to tell."""
    return name.casefold().endswith(_SUFFIXES)


def read(file: Path, reading: Reading) -> Document:
    """The document in a file. Nothing that it names is included, and nothing in it is run."""
    from dcsgen.builtin.importer._blocks import numbered
    from dcsgen.builtin.importer._needed import needed

    text = file.read_bytes().decode("utf-8-sig", errors="replace")
    settings = {
        "report_level": 5,
        "halt_level": 5,
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "_disable_config": True,
    }
    core = needed("docutils.core")
    tree = core.publish_doctree(text, settings_overrides=settings)
    return Document(format="rst", blocks=tuple(numbered(list(_blocks(tree, 1)))), texts=(text,))


def _blocks(node: Any, level: int) -> Iterator[Block]:
    from dcsgen.builtin.importer._blocks import heading, is_caption

    for child in node.children:
        kind = child.__class__.__name__
        spot = Spot(line=child.line)
        if kind in ("title", "subtitle"):
            yield heading(" ".join(child.astext().split()), max(level - 1, 1), spot)
        elif kind == "section":
            yield from _blocks(child, level + 1)
        elif kind == "table":
            yield _table(child, spot)
        elif kind in ("paragraph", "literal_block", "term"):
            text = " ".join(child.astext().split())
            item = node.__class__.__name__ in ("list_item", "definition_list_item")
            yield Paragraph(text=text, item=item, caption=is_caption(text), spot=spot)
        elif kind not in ("comment", "system_message", "substitution_definition", "target"):
            yield from _blocks(child, level)


def _table(node: Any, spot: Spot) -> Table:
    rows, head = [], 0
    caption = next((child.astext() for child in node.children if child.__class__.__name__ == "title"), "")
    for part in node.findall(lambda each: each.__class__.__name__ in ("thead", "tbody")):
        for row in part.children:
            spans = ((entry, entry.get("morecols", 0) + 1, entry.get("morerows", 0) + 1) for entry in row.children)
            rows.append([(entry.astext().strip(), across, down) for entry, across, down in spans])
            head += part.__class__.__name__ == "thead"
    return Table(rows=grid(rows), head=head or None, caption=caption, spot=spot)


IMPORTER = Importer(name="rst", suffixes=_SUFFIXES, recognises=recognises, read=read)
