"""Reads the pages of a PDF: words, lines and ruled tables of each; those of a long one side by side."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from dcsgen.base.errors import UnreadableInputError
from dcsgen.builtin.importer._needed import needed
from dcsgen.builtin.importer._pdf.columns import columns_of
from dcsgen.builtin.importer._pdf.letters import Word, words_of
from dcsgen.builtin.importer._pdf.lines import lines_of
from dcsgen.builtin.importer._pdf.page import FEW, Page
from dcsgen.builtin.importer._pdf.placed import joined_words, rows_of
from dcsgen.builtin.importer._pdf.recognising import program, recognised
from dcsgen.builtin.importer._pdf.rules import rules_of
from dcsgen.builtin.importer._pdf.tables import tables_of
from dcsgen.builtin.importer._pdf.uprights import uprights_of
from dcsgen.plugin import Reading

CHUNK = 16
"""Pages that are read at a time, between which the time is looked at."""

ALONE = 200
"""Pages under which starting other processes takes longer than it saves."""


def pages_of(file: Path, reading: Reading) -> tuple[list[Page], list[str], int]:
    """The pages of a file, sentences about what was not read, and how many pages it has.

    Raises `UnreadableInputError` for a file that is damaged or locked by a password.
    """
    count = _count(file)
    if reading.recognise:
        program()
    needed("pdfplumber.table")
    pages: list[Page] = []
    unread: list[str] = []
    for chunk in _chunks(file, count, reading):
        pages += chunk
        reading.said(len(pages), count)
        if len(pages) < count and reading.until is not None and time.monotonic() > reading.until:
            unread.append(f"time is up: pages {len(pages) + 1} to {count} were not read")
            break
    return pages, unread, count


def metadata_of(file: Path) -> dict[str, str]:
    """What the file says of itself."""
    document = opened(file)
    try:
        said = document.get_metadata_dict()
    finally:
        document.close()
    names = {"Title": "title", "Author": "author", "CreationDate": "created", "Producer": "producer"}
    return {name: said[key].strip() for key, name in names.items() if said.get(key, "").strip()}


def opened(file: Path) -> Any:
    """The document of pypdfium2 in a file."""
    pdfium = needed("pypdfium2")
    try:
        return pdfium.PdfDocument(file)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).casefold()
        why = "it is locked by a password" if locked else "it is damaged, or no PDF"
        raise UnreadableInputError(f"{file} cannot be read: {why}") from error


def _count(file: Path) -> int:
    document = opened(file)
    count = len(document)
    document.close()
    if not count:
        raise UnreadableInputError(f"{file} cannot be read: it has no pages")
    return count


def _chunks(file: Path, count: int, reading: Reading) -> Iterator[list[Page]]:
    """The pages in their order, some at a time."""
    starts = list(range(0, count, CHUNK))
    done = 0
    if reading.processes > 1 and count >= ALONE:
        pool = ProcessPoolExecutor(min(reading.processes, len(starts)), mp_context=get_context("spawn"))
        try:
            waiting = [
                pool.submit(read_pages, file, start, min(start + CHUNK, count), reading.recognise) for start in starts
            ]
            for each in waiting:
                yield each.result()
                done += 1
        except BrokenProcessPool:
            # Processes cannot be started everywhere, and one may be ended from outside: the rest is read here.
            pass
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    for start in starts[done:]:
        yield read_pages(file, start, min(start + CHUNK, count), reading.recognise)


def read_pages(file: Path, start: int, end: int, recognise: bool = False) -> list[Page]:
    """The pages from one to before another, counted from 0; with `recognise`, the words in pictures of pages, too."""
    document = opened(file)
    try:
        return [_page(document, index, recognise) for index in range(start, end)]
    finally:
        document.close()


def _page(document: Any, index: int, recognise: bool) -> Page:
    pdfium = needed("pypdfium2")
    number = index + 1
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Page(number=number, height=0.0, text="", lines=(), damaged=True)
    try:
        words = words_of(page)
        pictured = recognise and sum(len(word.text) for word in words) < FEW
        words = recognised(page) if pictured else words
        rules = rules_of(page)
        ruled = tables_of(words, [*rules, *uprights_of(words, rules)], number)
        width, height = page.get_size()
        text = _text(words) if pictured else _whole(page)
    finally:
        page.close()
    guessed = columns_of(words, ruled, number)
    return Page(
        number=number,
        height=height,
        width=width,
        text=text,
        lines=tuple(lines_of(words, number)),
        recognised=pictured,
        tables=tuple(sorted([*ruled, *guessed], key=lambda table: (table.box[1], table.box[0]))),
    )


def _text(words: Sequence[Word]) -> str:
    return "\n".join(joined_words(row) for row in rows_of(words))


def _whole(page: Any) -> str:
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    text_page.close()
    return text
