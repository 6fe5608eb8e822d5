"""Lines of text on pages, with their places and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any

from msgspec import Struct

from dcsgen.plugin.document import Box

EDGE = 0.12
"""What part of a page its head and its foot may take."""

_NUMBERS = re.compile(r"\d+")


class Line(Struct, frozen=True, kw_only=True):
    """A line of text: its box in points from the upper left, the size of its first letter, whether that is bold."""

    page: int
    text: str
    box: Box
    size: float
    bold: bool = False

    @property
    def height(self) -> float:
        """How high its box is."""
        return self.box[3] - self.box[1]


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of a page of pypdfium2, in the order in which the file has them."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    text_page = page.get_textpage()
    height = page.get_height()
    text = text_page.get_text_range()
    count = text_page.count_chars()
    found: list[Line] = []
    start = 0
    for piece in re.split(r"(\r\n|\n|\r)", text):
        end = start + len(piece)
        if piece.strip() and end <= count:
            first = start + len(piece) - len(piece.lstrip())
            last = start + len(piece.rstrip()) - 1
            left = text_page.get_charbox(first, loose=True)
            right = text_page.get_charbox(last, loose=True)
            box = (left[0], height - max(left[3], right[3]), right[2], height - min(left[1], right[1]))
            size = float(raw.FPDFText_GetFontSize(text_page.raw, first))
            weight = raw.FPDFText_GetFontWeight(text_page.raw, first)
            # Some files scale a font of size 1, so that only the box tells.
            size = size if size > 2 else box[3] - box[1]
            found.append(Line(page=number, text=piece.strip(), box=box, size=round(size, 1), bold=weight >= 600))
        start = end
    text_page.close()
    return _beside(found)


def _beside(lines: list[Line]) -> list[Line]:
    """Pieces of one line that the file has one after the other as one: a number and the heading behind it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and abs(last.box[1] - line.box[1]) < 2 and -1 <= line.box[0] - last.box[2] < 40:
            box = (last.box[0], min(last.box[1], line.box[1]), line.box[2], max(last.box[3], line.box[3]))
            size, bold = (last.size, last.bold) if len(last.text) > 3 else (line.size, line.bold)
            joined[-1] = Line(page=line.page, text=f"{last.text} {line.text}", box=box, size=size, bold=bold)
        else:
            joined.append(line)
    return joined


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of all pages without what stands at the head or the foot of many of them."""
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_form(line.text) for line in lines if _at_edge(line, height)})
    least = max(3, len(pages) // 4)
    repeated = {form for form, count in seen.items() if count >= least}
    return [
        [line for line in lines if not (_at_edge(line, height) and _form(line.text) in repeated)]
        for lines, height in zip(pages, heights, strict=True)
    ]


def body_size(lines: Sequence[Line]) -> float:
    """The size of most of the text."""
    sizes = [line.size for line in lines for _ in range(min(len(line.text), 80))]
    return float(median(sizes)) if sizes else 10.0


def _form(text: str) -> str:
    return _NUMBERS.sub("#", " ".join(text.split()).casefold())


def _at_edge(line: Line, height: float) -> bool:
    return line.box[3] < height * EDGE or line.box[1] > height * (1 - EDGE)
