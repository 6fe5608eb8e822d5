"""Statements in plain text, such as manual pages."""

from __future__ import annotations

from pathlib import Path

from dcsgen.plugin import Document, Importer, Reading

_SUFFIXES = (".txt", ".text", ".asc")


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is plain text: by its name, and because no byte of it is one that text never has."""
    return name.casefold().endswith(_SUFFIXES) and b"\0" not in head


def read(file: Path, reading: Reading) -> Document:
    """The document in a file."""
    from dcsgen.builtin.importer._blocks import numbered
    from dcsgen.builtin.importer._plain import blocks_in

    text = file.read_bytes().decode("utf-8-sig", errors="replace")
    return Document(format="text", blocks=tuple(numbered(list(blocks_in(text)))), texts=(text,))


IMPORTER = Importer(name="text", suffixes=_SUFFIXES, recognises=recognises, read=read)
