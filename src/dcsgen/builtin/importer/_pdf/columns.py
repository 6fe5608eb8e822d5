"""Tables without rules: rows of words with white columns between them, below a head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from statistics import median

from dcsgen.builtin.importer._pdf.letters import Word
from dcsgen.builtin.importer._pdf.placed import joined_words, rows_of, within
from dcsgen.builtin.importer._pdf.tables import PageTable, rounded
from dcsgen.plugin.document import Cell, Row, Spot

GUTTER = 5.0
"""Points of white between two columns at least."""

APART = 1.0
"""What part of the height of letters lies between two pieces of a row at least."""

FAR = 2.6
"""How many times their height two rows of a table are apart at most."""

FEWEST = 3
"""Rows of text that a table has at least."""

MOST_HEADS = 3
"""Rows of text in a head, of which the lowest one shows all columns."""

WORDIEST = 12
"""Words of a row of a cell, over which columns are those of a page that is set in columns."""

SOP_CLASS = ("1.2.840.10008.1.1", "1.2.840.10008.1.20.", "1.2.840.10008.3.1.2.", "1.2.840.10008.5.1.")
"""What the UIDs of SOP Classes begin with."""

_NUMBER = re.compile(r"(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2})*\.?")

Gutter = tuple[float, float]


def columns_of(words: Sequence[Word], ruled: Sequence[PageTable], number: int) -> list[PageTable]:
    """The tables of a page whose columns show only by where words stand."""
    outside = [word for word in words if not word.aslant and not any(_inside(word, table) for table in ruled)]
    rows = rows_of(outside)
    longest = cache(lambda at: _longest(rows, at))
    found: list[PageTable] = []
    start = 0
    while start < len(rows):
        # Heads may have several rows, of which the lowest one has most columns.
        tried = [(*longest(at), at) for at in range(start, min(start + MOST_HEADS, len(rows)))]
        end, gutters, at = max(tried, key=lambda each: each[0] > each[2] and len(each[1]) * (each[0] - each[2]))
        if at > start and tried[0][0] < at:
            # What is above is no part of it.
            start += 1
        elif end - at >= FEWEST - (at > start) and _is_table(rows[at:end], gutters):
            found.append(_table(rows[start:at], rows[at:end], gutters, number))
            start = end
        else:
            start += 1
    return found


def _inside(word: Word, table: PageTable) -> bool:
    left, top, right, bottom = table.box
    return top - 1 <= word.middle <= bottom + 1 and word.box[0] < right and word.box[2] > left


def _longest(rows: Sequence[list[Word]], start: int) -> tuple[int, list[Gutter]]:
    """How far a table that begins with a row goes, and its gutters: no row below has a word in all of them."""
    gutters = _gaps(rows[start])
    if not gutters or _is_heading(rows[start]):
        return start, []
    gaps: list[float] = []
    end = start + 1
    while end < len(rows):
        row, last = rows[end], rows[end - 1]
        high = max(word.box[3] - word.box[1] for word in row)
        gap = min(w.box[1] for w in row) - max(w.box[3] for w in last)
        if gap > FAR * high or (len(gaps) > 1 and gap > 2 * max(gaps) + 2) or _is_other(row, last):
            break
        gaps.append(max(gap, 0.0))
        narrowed = [_narrowed(gutter, row) for gutter in gutters]
        kept = [gutter for gutter in narrowed if gutter is not None]
        # Each column of the head stays: words below belong to that in which they begin.
        if len(kept) < len(gutters):
            break
        gutters = kept
        end += 1
    return end, gutters


def _is_other(row: Sequence[Word], last: Sequence[Word]) -> bool:
    """Whether a row is a heading or a caption below a table."""
    larger = row[0].size > last[0].size + 0.4
    return (
        larger
        or _is_heading(row)
        or (row[0].text.casefold() in ("table", "figure") and len(row) > 2 and not _gaps(row))
    )


def _is_heading(row: Sequence[Word]) -> bool:
    """Whether a row is the number of a section in bold letters, and its title."""
    return row[0].bold and _NUMBER.fullmatch(row[0].text) is not None


def _gaps(row: Sequence[Word]) -> list[Gutter]:
    found = []
    for last, word in pairwise(row):
        high = max(last.box[3] - last.box[1], word.box[3] - word.box[1])
        if word.box[0] - last.box[2] > max(GUTTER, APART * high):
            found.append((last.box[2], word.box[0]))
    return found


def _narrowed(gutter: Gutter, row: Sequence[Word]) -> Gutter | None:
    """A gutter as far as a row leaves it white; None if it does not."""
    left, right = gutter
    for word in row:
        if word.box[0] < right and word.box[2] > left:
            # A word is on the side on which most of it is.
            if (word.box[0] + word.box[2]) / 2 < (left + right) / 2:
                left = max(left, word.box[2])
            else:
                right = min(right, word.box[0])
    # The first word of a column may begin left of its head; a piece of a sentence leaves nothing.
    return (left, right) if right - left >= GUTTER else None


def _is_table(rows: Sequence[list[Word]], gutters: Sequence[Gutter]) -> bool:
    """Whether rows are those of a table: most have something in two columns, and few words in each."""
    columns = [[_count(row, left, right) for left, right in _spans(gutters)] for row in rows]
    several = sum(sum(count > 0 for count in row) > 1 for row in columns)
    if several < max(2, len(rows) * 0.3):
        return False
    wordy = sorted(max(row) for row in columns)
    if len(gutters) == 1 and wordy[len(wordy) // 2] > 6:
        return False
    first = [row[0].text for row in rows]
    bullets = sum(len(text) < 3 and not text.isalpha() for text in first)
    return wordy[-1] <= WORDIEST and bullets < len(rows) / 2


def _spans(gutters: Sequence[Gutter]) -> list[tuple[float, float]]:
    middles = [(left + right) / 2 for left, right in gutters]
    return list(zip([0.0, *middles], [*middles, 1e5], strict=True))


def _count(row: Sequence[Word], left: float, right: float) -> int:
    return sum(left <= (word.box[0] + word.box[2]) / 2 < right for word in row)


def _table(
    heads: Sequence[list[Word]], rows: Sequence[list[Word]], gutters: Sequence[Gutter], number: int
) -> PageTable:
    spans = _spans(gutters)
    every = [word for row in (*heads, *rows) for word in row]
    left, right = min(word.box[0] for word in every), max(word.box[2] for word in every)
    edges = (left, *(span[0] for span in spans[1:]), right)
    made = []
    for group in ([list(heads)] if heads else []) + _grouped(rows, spans):
        words = [word for row in group for word in row]
        top, bottom = min(word.box[1] for word in words), max(word.box[3] for word in words)
        cells = []
        for index, (start, end) in enumerate(spans):
            parts = ([part for word in row if (part := within(word, start, end))] for row in group)
            text = "\n".join(joined_words(part) for part in parts if part)
            box = rounded((edges[index], top, edges[index + 1], bottom))
            cells.append(Cell(text=text, spot=Spot(page=number, box=box)))
        made.append(Row(cells=tuple(cells), spot=Spot(page=number, box=rounded((left, top, right, bottom)))))
    box = rounded((left, min(word.box[1] for word in every), right, max(word.box[3] for word in every)))
    return PageTable(page=number, box=box, rows=tuple(made), edges=edges, ruled=False)


def _grouped(rows: Sequence[list[Word]], spans: Sequence[tuple[float, float]]) -> list[list[list[Word]]]:
    """Rows of text that are one row of the table.

    Where there is more space between some than between others, that parts them. Otherwise, what has nothing in the
    first column or in all others goes on with the row above.
    """
    gaps = [min(word.box[1] for word in row) - max(word.box[3] for word in last) for last, row in pairwise(rows)]
    high = median(word.box[3] - word.box[1] for row in rows for word in row)
    narrow, wide = min(gaps), max(gaps[1:] or gaps)
    spaced = wide - narrow > 0.3 * high
    groups = [[rows[0]]]
    for gap, row in zip(gaps, rows[1:], strict=True):
        filled = [_count(row, left, right) > 0 for left, right in spans]
        goes_on = gap < (narrow + wide) / 2 if spaced else not filled[0] or sum(filled) == 1
        if goes_on or _lacks_number(groups[-1], row, spans):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _lacks_number(group: Sequence[list[Word]], row: Sequence[Word], spans: Sequence[tuple[float, float]]) -> bool:
    """Whether a row has nothing where the one above has the UID of a SOP Class: it goes on with that."""
    for left, right in spans:
        above = [word for each in group for word in each if left <= (word.box[0] + word.box[2]) / 2 < right]
        if any(word.text.startswith(SOP_CLASS) for word in above):
            return _count(row, left, right) == 0
    return False
