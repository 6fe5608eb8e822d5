"""Lines of text on pages, with their places and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from dcsgen.builtin.importer._pdf.letters import Word
from dcsgen.builtin.importer._pdf.placed import joined_words
from dcsgen.plugin.document import Box

EDGE = 0.12
"""What part of a page its head and its foot may take."""

FARTHEST = 40
"""Points between two words of a line."""

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


def lines_of(words: Sequence[Word], number: int) -> list[Line]:
    """The lines of a page out of its words, in the order in which the file has them."""
    pieces: list[list[Word]] = []
    for word in words:
        if word.aslant:
            continue
        if pieces and _beside(pieces[-1][-1], word):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return [_line(piece, number) for piece in pieces]


def _beside(last: Word, word: Word) -> bool:
    """Whether a word goes on with the line; there is more space behind the number of a heading than elsewhere."""
    high = max(last.box[3] - last.box[1], word.box[3] - word.box[1])
    return abs(last.middle - word.middle) < 0.4 * high and -0.6 * high <= word.box[0] - last.box[2] < FARTHEST


def _line(words: Sequence[Word], number: int) -> Line:
    longest = max(words, key=lambda word: len(word.text))
    box = (
        min(word.box[0] for word in words),
        min(word.box[1] for word in words),
        max(word.box[2] for word in words),
        max(word.box[3] for word in words),
    )
    bold = sum(len(word.text) for word in words if word.bold) * 2 > sum(len(word.text) for word in words)
    return Line(page=number, text=joined_words(words), box=box, size=longest.size, bold=bold)


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of all pages without what stands at the head or the foot of many of them."""
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({form(line.text) for line in lines if _at_edge(line, height)})
    least = max(3, len(pages) // 4)
    repeated = {form for form, count in seen.items() if count >= least}
    return [
        [line for line in lines if not (_at_edge(line, height) and form(line.text) in repeated)]
        for lines, height in zip(pages, heights, strict=True)
    ]


def body_size(lines: Sequence[Line]) -> float:
    """The size of most of the text."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[line.size] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 10.0


def form(text: str) -> str:
    """A text as it is on all pages, whatever the number of the page."""
    return _NUMBERS.sub("#", " ".join(text.split()).casefold())


def _at_edge(line: Line, height: float) -> bool:
    return line.box[3] < height * EDGE or line.box[1] > height * (1 - EDGE)
