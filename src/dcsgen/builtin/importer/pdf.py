"""Statements in PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dcsgen.plugin import Document, Importer, Picture, Reading, Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dcsgen.builtin.importer._pdf.page import Page


def recognises(head: bytes, name: str) -> bool:
    """Whether a file is PDF; some have a few bytes before their header."""
    return b"%PDF-" in head[:1024]


def read(file: Path, reading: Reading) -> Document:
    """The document in a file.

    Raises `UnreadableInputError` for one that is damaged, locked by a password or without any text.
    """
    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.builtin.importer._pdf.page import FEW
    from dcsgen.builtin.importer._pdf.pages import metadata_of, pages_of
    from dcsgen.builtin.importer._pdf.reading import blocks_of

    pages, unread, count = pages_of(file, reading)
    if all(page.damaged for page in pages):
        raise UnreadableInputError(f"{file} cannot be read: it is damaged")
    if all(len(page.text.strip()) < FEW for page in pages):
        why = "in which nothing was recognised" if reading.recognise else "only pictures of pages; --ocr reads them"
        raise UnreadableInputError(f"{file} has no text, {why}")
    return Document(
        format="pdf",
        blocks=tuple(blocks_of(pages)),
        pages=count,
        metadata=metadata_of(file),
        texts=tuple(page.text for page in pages),
        unread=(*unread, *_unread(pages)),
        recognised=any(page.recognised for page in pages),
    )


def pictures(file: Path, strips: Sequence[Strip]) -> Iterator[Picture]:
    """What places of pages look like."""
    from dcsgen.builtin.importer._pdf.pictures import pictures as drawn

    return drawn(file, strips)


def _unread(pages: list[Page]) -> list[str]:
    from dcsgen.builtin.importer._pdf.page import FEW

    damaged = [str(page.number) for page in pages if page.damaged]
    pictures = [str(page.number) for page in pages if not page.damaged and len(page.text.strip()) < FEW]
    sentences = (("damaged pages", damaged), ("pages without text, which may be pictures", pictures))
    return [f"{what}: {', '.join(numbers)}" for what, numbers in sentences if numbers]


IMPORTER = Importer(name="pdf", suffixes=(".pdf",), recognises=recognises, read=read, pictures=pictures)
