"""Lays out one piece of a document, and the running headers and footers of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from typing import Any

from msgspec import Struct

from dcsgen.builtin.format._engine import Engine, at_work
from dcsgen.builtin.format._haste import in_one_frame
from dcsgen.builtin.format._pieces import name_of

VARIANT = "pdf/ua-1"

PRINTED = 4
"""Flag of an annotation that is printed with its page (PDF 32000-1, 12.5.3)."""

_POINTS = 0.75
"""Points in a pixel of CSS."""

_BOXES = [f"{side}-{place}" for side in ("top", "bottom") for place in ("left-corner", "left", "center", "right")]
_BOXES += [f"{side}-{place}" for side in ("left", "right") for place in ("top", "middle", "bottom")]
_BOXES += ["top-right-corner", "bottom-right-corner"]

_WITHOUT_MARGINS = "@page {" + "".join(f"@{box} {{ content: none !important }}" for box in _BOXES) + "}"
"""Style of a piece: what stands in the margins needs the numbers of all pages, and comes later."""

_MARGINS_ALONE = (
    "@page { background: none !important; border-color: transparent !important; outline: none !important }"
    "html, body { background: none !important; border-color: transparent !important }"
)
"""Style of the page with what stands in the margins: all else is in the pieces."""


_LONELY = 0.2
"""The part of its height that the last page has to fill, lest it be set tighter."""

_TIGHTER = (
    "html { line-height: 1.38 !important } table { line-height: 1.28 !important }"
    "th, td { padding-top: 0.78mm !important; padding-bottom: 0.78mm !important }"
)
"""Style of what would end with a few lines on a page of their own: some 5 % less between the lines."""


class PageLaid(Struct, frozen=True, array_like=True):
    """A page: its name in style sheets, and the strings that are set on it for the margins, in order."""

    name: str
    strings: tuple[tuple[str, str], ...]


class Bookmark(Struct, frozen=True, array_like=True):
    """A bookmark, with the index of its page in the piece and its place there in points from below."""

    level: int
    label: str
    page: int
    left: float
    top: float
    closed: bool


class Laid(Struct, frozen=True):
    """A piece on paper without its margins. `anchors` has page, left and top of each id, as bookmarks have them."""

    pdf: bytes
    pages: tuple[PageLaid, ...]
    anchors: dict[str, tuple[int, float, float]]
    bookmarks: tuple[Bookmark, ...]


def lay_out(html: str, elsewhere: Iterable[str], skipped: int, drawn: bool = True) -> Laid:
    """A piece of a document on pages that have nothing in their margins, without the first `skipped` ones.

    `elsewhere` names the ids in other pieces to which this one links. There is no PDF unless it is to be `drawn`.
    Raises what `at_work` raises.
    """
    return in_one_frame(_lay_out, html, elsewhere, skipped, drawn)


def _lay_out(html: str, elsewhere: Iterable[str], skipped: int, drawn: bool) -> Laid:
    with at_work(html) as engine:
        style = engine.weasyprint.CSS(string=_WITHOUT_MARGINS, url_fetcher=engine.fetcher)
        rendered = on_pages(engine, html, [style])
        pages = rendered.pages[skipped:]
        anchors: dict[str, tuple[int, float, float]] = {}
        bookmarks = []
        for index, one in enumerate(pages):
            for name, (x, y, *_) in one.anchors.items():
                anchors.setdefault(name, (index, *_point(one, x, y)))
            for level, label, (x, y), state in one.bookmarks:
                bookmarks.append(Bookmark(level, label, index, *_point(one, x, y), state == "closed"))
        laid = tuple(PageLaid(one._page_box.page_type.name or "", _strings(one._page_box)) for one in pages)
        pdf = b""
        if drawn:
            # Links are kept if there is what they lead to; where that is in truth is known in the end.
            pages[-1].anchors.update(dict.fromkeys(sorted(set(elsewhere) - set(anchors)), (0, 0, 0, 0)))
            finish = partial(_finish, f"{name_of(html)}-")
            pdf = rendered.copy(pages).write_pdf(pdf_variant=VARIANT, finisher=finish)
    return Laid(pdf, laid, anchors, tuple(bookmarks))


def on_pages(engine: Engine, html: str, styles: Sequence[Any] = ()) -> Any:
    """A page of HTML on pages of paper, a little tighter if there would be only a few lines on the last one."""
    page = engine.weasyprint.HTML(string=html, url_fetcher=engine.fetcher)
    usual = page.render(stylesheets=[*styles], pdf_variant=VARIANT)
    last = usual.pages[-1]._page_box
    if len(usual.pages) == 1 or last.children[0].height > _LONELY * last.height:
        return usual
    tighter = engine.weasyprint.CSS(string=_TIGHTER, url_fetcher=engine.fetcher)
    tight = page.render(stylesheets=[*styles, tighter], pdf_variant=VARIANT)
    return tight if len(tight.pages) < len(usual.pages) else usual


def _point(page: Any, x: float, y: float) -> tuple[float, float]:
    return round(x * _POINTS, 3), round((page.height - y) * _POINTS, 3)


def _strings(page_box: Any) -> tuple[tuple[str, str], ...]:
    """What is set on a page with `string-set`, in the order in which the margins see it."""
    found = (box.string_set for box in page_box.descendants())
    return tuple((name, text) for sets in found if sets and sets != "none" for name, text in sets)


def _finish(prefix: str, _document: Any, pdf: Any) -> None:
    """Header cells get names that no other piece has, links are printed with their page."""
    for item in pdf.objects:
        kind = item.get("Type") if isinstance(item, dict) else None
        if kind == "/StructElem" and "ID" in item:
            # The cells that are under this header share its name, the very object.
            item["ID"].string = prefix + item["ID"].string
        elif kind == "/Annot":
            item["F"] = PRINTED


def lay_out_margins(opening: str, pages: Sequence[PageLaid], closing: str) -> Laid:
    """What stands in the margins of all pages of a document: as many pages with nothing else on them.

    `opening` and `closing` are those of the document, with its style sheets.
    """
    html = f"{opening}{''.join(_empty(page, number) for number, page in enumerate(pages))}{closing}"
    return in_one_frame(_lay_out_margins, html)


def _empty(page: PageLaid, number: int) -> str:
    strings = "".join(
        f'<div style="string-set: {name} attr(data-text)" data-text="{escape(text)}"></div>'
        for name, text in page.strings
    )
    style = f"page: {page.name or 'auto'}" + ("; break-before: page" if number else "")
    return f'<div style="{style}">{strings}</div>'


def _lay_out_margins(html: str) -> Laid:
    with at_work(html) as (weasyprint, fetcher):
        page = weasyprint.HTML(string=html, url_fetcher=fetcher)
        style = weasyprint.CSS(string=_MARGINS_ALONE, url_fetcher=fetcher)
        rendered = page.render(stylesheets=[style])
        pages = tuple(PageLaid(one._page_box.page_type.name or "", ()) for one in rendered.pages)
        return Laid(rendered.write_pdf(), pages, {}, ())
