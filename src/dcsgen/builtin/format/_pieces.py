"""Cuts a long page for paper into pieces that can be laid out one by one, each beginning on a new page.

It is cut where a new page begins anyway, so that nothing on the pages tells of pieces. Where that is depends on the
page alone: not on the machine, and not on the words, so that a change of a text leaves the other pieces as they were.
Short documents stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from dcsgen.base.weight import weight

BODY = '<div class="body">'
"""What stands around the sections in `pages/print.html`."""

BEFORE = "<div>&#160;</div>"
"""Stands on a page of its own before each piece, so that what follows begins as behind any other page."""

ENOUGH = 350
"""The weight with which a piece ends where the next page begins."""

FEW = ENOUGH // 4
"""The weight with which the end of a document is no piece of its own."""

WORTH_IT = 2 * ENOUGH
"""The weight from which a document is cut at all."""

_SECTION = re.compile(r"<!-- section (wide|tall)( new-page)? -->\n")
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


_BREAKS = re.compile(
    r"(?:\.(?:annex|new-page|wide|body|level-)|(?<![-\w.#])h[1-6](?![-\w]))[^{}]*"
    r"\{[^{}]*(?:\bbreak-(?:before|after)\s*:\s*(?!avoid)|(?<![-\w])page\s*:)",
    re.IGNORECASE,
)
"""What makes sections begin pages elsewhere than dcsgen's own style sheet lets them."""


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
    styles = [_COMMENT.sub("", found[1] or found[2]) for found in _STYLE.finditer(opening + front + inside)]
    # The first is dcsgen's own, which says where pages begin.
    if any(map(_ACROSS.search, styles)) or any(map(_BREAKS.search, styles[1:])):
        return None
    bodies = _bodies(inside)
    if len(bodies) < 2:
        return None
    own = [frozenset(_ID.findall(piece)) for piece in (front, *bodies)]
    known = frozenset().union(*own)
    links = [frozenset(_LINK.findall(piece)) for piece in (front, *bodies)]
    elsewhere = tuple((linked & known) - ids for linked, ids in zip(links, own, strict=True))
    return Cut(opening, front, tuple(bodies), closing, elsewhere)


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
    bodies: list[str] = []
    heavy = 0
    for html, new_page in _sections(inside):
        if not bodies or (new_page and heavy >= ENOUGH):
            bodies.append("")
            heavy = 0
        bodies[-1] += html
        heavy += weight(html)
    if len(bodies) > 1 and heavy < FEW:
        bodies[-2:] = ["".join(bodies[-2:])]
    return bodies


def _sections(inside: str) -> Iterator[tuple[str, bool]]:
    """Each section without those below it, and whether it begins a new page."""
    marks = list(_SECTION.finditer(inside))
    if not marks or inside[: marks[0].start()].strip():
        yield inside, True
        return
    ends = [mark.start() for mark in marks[1:]] + [len(inside)]
    before = None
    for mark, end in zip(marks, ends, strict=True):
        yield inside[mark.end() : end], bool(mark[2]) or mark[1] != before
        before = mark[1]


def name_of(html: str) -> str:
    """A name for a piece that changes with it."""
    return sha256(html.encode()).hexdigest()[:12]
