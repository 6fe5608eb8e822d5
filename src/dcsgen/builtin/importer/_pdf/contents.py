"""Pages on which the order of things is not that from above: lists of contents, and text in two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from dcsgen.builtin.importer._pdf.lines import Line
from dcsgen.builtin.importer._pdf.page import Page
from dcsgen.builtin.importer._pdf.tables import PageTable

FEWEST = 6
"""Entries of a list of contents on a page, if there is none on the page before."""

PART = 0.5
"""What part of the lines of such a page are entries."""

LINES = 8
"""Lines in each of two columns of text at least."""

_ENTRY = re.compile(r".*[^\W\d_].*(?:\s|\.{3})([1-9]\d{0,2})")


def without_contents(pages: Sequence[Page]) -> list[Page]:
    """The pages, of lists of contents only their ruled tables: an entry is no heading."""
    kept: list[Page] = []
    before = False
    for page in pages:
        before = _is_contents(page, len(pages), before)
        ruled = tuple(table for table in page.tables if table.ruled)
        kept.append(structs.replace(page, lines=(), tables=ruled) if before else page)
    return kept


def _is_contents(page: Page, count: int, before: bool) -> bool:
    """Whether most lines of a page end with the number of a page behind it, each at least that of the line above."""
    lines = [line.strip() for line in page.text.splitlines() if len(line.strip()) > 3]
    found = [int(entry[1]) for line in lines if (entry := _ENTRY.fullmatch(line))]
    entries = [number for number in found if page.number <= number <= count + 20]
    if len(entries) < (3 if before else FEWEST) or len(entries) < PART * len(lines):
        return False
    return sum(one <= other for one, other in pairwise(entries)) >= 0.9 * (len(entries) - 1)


def in_reading_order(things: Sequence[Line | PageTable], width: float) -> Iterator[Line | PageTable]:
    """What stands on a page, from above; of text in two columns the left one first."""
    ordered = sorted(things, key=lambda each: (each.box[1], each.box[0]))
    middle = width / 2
    left = [each for each in ordered if each.box[2] <= middle + 6]
    right = [each for each in ordered if each.box[0] >= middle - 6]
    if not _are_columns(left, right):
        yield from ordered
        return
    waiting: tuple[list[Line | PageTable], list[Line | PageTable]] = ([], [])
    for thing in ordered:
        if thing.box[2] <= middle + 6:
            waiting[0].append(thing)
        elif thing.box[0] >= middle - 6:
            waiting[1].append(thing)
        else:
            # What reaches over both columns parts them.
            yield from (*waiting[0], *waiting[1], thing)
            waiting = ([], [])
    yield from (*waiting[0], *waiting[1])


def _are_columns(left: Sequence[Line | PageTable], right: Sequence[Line | PageTable]) -> bool:
    """Whether two halves of a page are columns of text: most lines of each are long."""
    for half in (left, right):
        lines = [each for each in half if isinstance(each, Line)]
        if len(lines) < LINES or sum(len(line.text) > 25 for line in lines) < 0.6 * len(lines):
            return False
    return True
