"""Change marks as revisions of Word, which its readers can accept or reject (ECMA-376 Part 1, 17.13.5)."""

from __future__ import annotations

from dcsgen.builtin.format._docx.words import attribute

AUTHOR = "dcsgen"

_NAMES = {"added": "ins", "removed": "del"}


class Revisions:
    """Gives each revision its number; `date` is that of the document, because there is no clock here."""

    def __init__(self, date: str) -> None:
        self._date = date
        self._count = 0

    def around(self, change: str, runs: str) -> str:
        """Runs that were added or removed; other runs as they are."""
        name = _NAMES.get(change)
        return f"<w:{name}{self._facts()}>{runs}</w:{name}>" if name and runs else runs

    def mark(self, change: str) -> str:
        """What the properties of a row, or those of the mark at the end of a paragraph, hold."""
        name = _NAMES.get(change)
        return f"<w:{name}{self._facts()}/>" if name else ""

    def paragraph(self, change: str) -> str:
        """The last of the properties of a paragraph: that it was added or removed with its end."""
        inside = self.mark(change)
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""

    def _facts(self) -> str:
        # Their numbers are apart from those of bookmarks.
        self._count += 1
        return f' w:id="{1_000_000 + self._count}" w:author={attribute(AUTHOR)} w:date="{self._date}T00:00:00Z"'


def kind_of(change: str) -> str:
    """The name of the element for text that was changed so."""
    return "delText" if change == "removed" else "t"
