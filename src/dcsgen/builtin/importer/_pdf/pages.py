"""Reads the pages of a PDF: the text of all, the tables of those that may have some, side by side."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from msgspec import structs

from dcsgen.base.errors import UnreadableInputError
from dcsgen.builtin.importer._needed import needed
from dcsgen.builtin.importer._pdf.lines import lines_of
from dcsgen.builtin.importer._pdf.reading import Page
from dcsgen.builtin.importer._pdf.tables import PageTable, tables_of
from dcsgen.plugin import Reading

CHUNK = 8
"""Pages that one process reads at a time."""


def pages_of(file: Path, reading: Reading) -> tuple[list[Page], list[str], int]:
    """The pages of a file, sentences about what was not read, and how many pages it has."""
    texts = _texts(file, reading)
    unread: list[str] = []
    candidates = [page.number for page in texts]
    tables: dict[int, tuple[PageTable, ...]] = {}
    for found in _tables(file, candidates, reading):
        tables |= found
        reading.said(len(tables), len(candidates))
        if reading.until is not None and time.monotonic() > reading.until:
            rest = [number for number in candidates if number not in tables]
            if rest:
                unread.append(f"time is up: the tables of pages {rest[0]} to {rest[-1]} were not read")
            break
    pages = [structs.replace(page, tables=tables.get(page.number, ())) for page in texts]
    return pages, unread, len(texts)


def metadata_of(file: Path) -> dict[str, str]:
    """What the file says of itself."""
    pdfium = needed("pypdfium2")
    document = pdfium.PdfDocument(file)
    try:
        said = document.get_metadata_dict()
    finally:
        document.close()
    names = {"Title": "title", "Author": "author", "CreationDate": "created", "Producer": "producer"}
    return {name: said[key].strip() for key, name in names.items() if said.get(key, "").strip()}


def _texts(file: Path, reading: Reading) -> list[Page]:
    pdfium = needed("pypdfium2")
    try:
        document = pdfium.PdfDocument(file)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).casefold()
        why = "it is locked by a password" if locked else "it is damaged, or no PDF"
        raise UnreadableInputError(f"{file} cannot be read: {why}") from error
    found = []
    try:
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            text = text_page.get_text_range()
            text_page.close()
            found.append(
                Page(number=index + 1, height=page.get_height(), text=text, lines=tuple(lines_of(page, index + 1)))
            )
            page.close()
    finally:
        document.close()
    return found


def _tables(file: Path, numbers: Sequence[int], reading: Reading) -> Iterable[dict[int, tuple[PageTable, ...]]]:
    chunks = [numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK)]
    if reading.processes < 2 or len(chunks) < 2:
        for chunk in chunks:
            yield tables_on(file, chunk)
        return
    with ProcessPoolExecutor(reading.processes, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(tables_on, file, chunk) for chunk in chunks]
        for done in waiting:
            yield done.result()


def tables_on(file: Path, numbers: Sequence[int]) -> dict[int, tuple[PageTable, ...]]:
    """The ruled tables of some pages, by the number of the page."""
    plumber: Any = needed("pdfplumber")
    found = {}
    with plumber.open(file, pages=list(numbers)) as document:
        for page in document.pages:
            found[page.page_number] = tuple(tables_of(page, page.page_number))
            page.close()
    return found
