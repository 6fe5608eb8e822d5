"""Cuts a long page for paper into pieces that can be laid out one by one, each beginning on a new page.

Where it is cut depends on the page alone: not on the machine, and not on the words, so that a change of a text leaves
the other pieces as they were. Short documents stay whole.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

BODY = '<div class="body">'
"""What stands around the sections in `pages/print.html`."""

BEFORE = "<div>&#160;</div>"
"""Stands on a page of its own before each piece, so that what follows begins as behind any other page."""

ENOUGH, PLENTY = 350, 700
"""Rows, paragraphs and headings, 30 to a page or so: with `ENOUGH` a piece ends where a new page begins anyway, with
`PLENTY` a section begins a new page that would not have done so."""

WORTH_IT = 2 * ENOUGH
"""Rows, paragraphs and headings from which a document is cut at all."""

_SECTION = re.compile(r"<!-- section (wide|tall)( annex)? -->\n")
_WEIGHT = re.compile(r"<(?:tr|p|li|h[1-6]|pre)\b")
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>|\bstyle=(\"[^\"]*\"|'[^']*')", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ID = re.compile(r'<[a-zA-Z][^<>]* id="([^"<>]+)"')
_LINK = re.compile(r'href="#([^"<>]+)"')
_CONTENTS_RULE = re.compile(r"(?<![^{};\s])[^{};]*\{[^{}]*\}")
_PAGE_NUMBER = re.compile(r"target-counter\(\s*attr\(href(?:\s+url)?\)\s*,\s*page\s*\)")

_ACROSS = re.compile(
    r"counter-(?:increment|reset|set)|footnote|\bnote\(|running\(|element\(|target-|position:\s*fixed"
    r"|break-(?:before|after):\s*(?:left|right|recto|verso)|@page[^{]*:(?:left|right|blank|nth)|string\([^)]*,\s*start",
    re.IGNORECASE,
)
"""What makes one page depend on others in ways that pieces do not see."""


class Cut(NamedTuple):
    """A page for paper in pieces. `opening` is all in front of them, with the style sheets, `closing` all behind.

    `front` has cover and lists, `bodies` have the sections. `elsewhere` has for each of them, front first, to what it
    links in the others.
    """

    opening: str
    front: str
    bodies: tuple[str, ...]
    closing: str
    elsewhere: tuple[frozenset[str], ...]

    @property
    def pages(self) -> list[str]:
        """Each of the bodies as a page of HTML, whose first page on paper is not part of the document."""
        return [f"{self.opening}{BEFORE}{BODY}{body}</div>{self.closing}" for body in self.bodies]

    def front_page(self, numbers: dict[str, int]) -> str:
        """The front as a page of HTML with the numbers of the pages that it names."""

        def numbered(link: re.Match[str]) -> str:
            return f'{link[0]} data-page="{numbers.get(link[1], 0)}"'

        return f"{self.opening}{_LINK.sub(numbered, self.front)}{self.closing}"


def cut(html: str) -> Cut | None:
    """A page of HTML in pieces; None if it is short, or not such that it can be cut."""
    start, end = html.find(BODY), html.rfind("</div>\n</body>")
    body = html.find("<body")
    if min(start, end, body) < 0 or not body < start < end or weight(html) < WORTH_IT:
        return None
    head = html.index(">", body) + 1
    opening, front, inside, closing = html[:head], html[head:start], html[start + len(BODY) : end], html[end + 6 :]
    opening = _numbers_written_out(opening)
    styles = "\n".join(found[1] or found[2] for found in _STYLE.finditer(opening + front + inside))
    bodies = _bodies(inside)
    if _ACROSS.search(_COMMENT.sub("", styles)) or len(bodies) < 2:
        return None
    own = [frozenset(_ID.findall(piece)) for piece in (front, *bodies)]
    known = frozenset().union(*own)
    links = [frozenset(_LINK.findall(piece)) for piece in (front, *bodies)]
    elsewhere = tuple((linked & known) - ids for linked, ids in zip(links, own, strict=True))
    return Cut(opening, front, tuple(bodies), closing, elsewhere)


def weight(html: str) -> int:
    """How much is in a piece of HTML: rows, paragraphs, items and headings."""
    return sum(1 for _ in _WEIGHT.finditer(html))


def _numbers_written_out(opening: str) -> str:
    """Style sheets that take page numbers of the lists in front from the links, and do not look for them."""

    def of_lists(rule: re.Match[str]) -> str:
        selectors, brace, rest = rule[0].partition("{")
        selectors = _COMMENT.sub("", selectors)
        if all(selector.strip().startswith(".toc ") for selector in selectors.split(",")):
            rest = _PAGE_NUMBER.sub("attr(data-page)", rest)
            return f"{selectors}{brace}{rest}"
        return rule[0]

    return _CONTENTS_RULE.sub(of_lists, opening)


def _bodies(inside: str) -> list[str]:
    """The sections in as many pieces as is good for them."""
    marks = list(_SECTION.finditer(inside))
    if not marks or inside[: marks[0].start()].strip():
        return [inside]
    ends = [mark.start() for mark in marks[1:]] + [len(inside)]
    bodies: list[str] = []
    current: list[str] = []
    heavy, before = 0, None
    for mark, end in zip(marks, ends, strict=True):
        section = inside[mark.end() : end]
        new_page = bool(mark[2]) or mark[1] != before
        # A heading without text of its own stays with what follows.
        lonely = bool(current) and weight(current[-1]) < 2
        if current and heavy >= (ENOUGH if new_page else PLENTY) and (new_page or not lonely):
            bodies.append("".join(current))
            current, heavy = [], 0
        current.append(section)
        heavy += weight(section)
        before = mark[1]
    bodies.append("".join(current))
    return bodies


def name_of(html: str) -> str:
    """A name for a piece that changes with it."""
    return sha256(html.encode()).hexdigest()[:12]
