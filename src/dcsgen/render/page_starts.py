"""Which sections begin a new page: annexes, and chapters of long documents.

Chapters follow each other on the page as long as they are short together. Where that came to more than some 40 pages,
the next chapter begins a new one; a chapter that is longer by itself is divided in the same way, by what is below it.
Where that is depends on how much there is, not on how it is laid out, so that it is the same in each format, and a long
document can be laid out in parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from dcsgen.base.weight import weight
from dcsgen.plugin.statement import Section

MOST = 1100
"""What stands between two beginnings of pages at most, if sections are not longer: 20 to 30 are a page."""

LEAST = 90
"""What stands there at least: no chapter is worth a page that has little on it."""


def with_page_starts(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with what begins a new page."""
    return tuple(map(_Pages().started, sections))


class _Pages:
    """What is on the pages since the last one that began anew, while sections are walked through in order."""

    def __init__(self) -> None:
        self._held = 0
        self._sideways = False
        self._lonely = False

    def started(self, section: Section) -> Section:
        """A section and those below it, with what begins a new page."""
        if section.landscape != self._sideways:
            self._held = 0
            self._sideways = section.landscape
        size = _size(section)
        full = self._held >= LEAST and self._held + size > MOST
        # A heading without text of its own stays with what follows.
        new_page = (section.is_annex and not section.is_hollow) or (full and not self._lonely)
        own = _own(section)
        self._held = own if new_page else self._held + own
        self._lonely = own == 1
        return structs.replace(section, new_page=new_page, children=tuple(map(self.started, section.children)))


def _own(section: Section) -> int:
    return 1 + weight(section.html)


def _size(section: Section) -> int:
    return _own(section) + sum(map(_size, section.children))
