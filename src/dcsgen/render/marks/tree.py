"""The HTML of a section as a tree, and back to text: what is computed or drawn is set aside, ids stay unique."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from html import escape
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from lxml.html import fragment_fromstring, tostring  # type: ignore[import-untyped]

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

BLOCKS = {"p", "div", "section", "article", "ul", "ol", "li", "dl", "dt", "dd", "pre", "blockquote", "figure"} | {
    *("figcaption", "table", "caption", "header", "footer", "details", "summary", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
LINES = {"line", "note"}
"""Classes of a <span> that stands on a line of its own."""

_SVG = re.compile(r"<svg\b.*?</svg\s*>", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_SVG_ID = re.compile(r'(\s(?:id|aria-labelledby|aria-describedby)=")([^"]*)"')
_COMPUTED = re.compile(
    r'(<a class="xref" href="#[^"]*">)[^<]*</a>|<span class="label">(Table|Figure|[^<\s]*)[^<]*</span>', re.IGNORECASE
)
_VOID = {"br", "wbr", "img", "hr", "col", "input"}
_NOTHING: Mapping[str, str] = MappingProxyType({})
_OF_PLACE = ("id", "aria-labelledby", "data-place")


class Mark(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


def without_numbers(html: str) -> str:
    """HTML without the words of references and the numbers of captions: equal where nothing else differs."""
    return _COMPUTED.sub(lambda found: found[1] or "", html)


class Trees:
    """The trees of the two documents, with drawings set aside. Lives while two sections are compared.

    `target` tells the links of the old document under which name the new one knows where they lead.
    """

    def __init__(self, target: Callable[[str, bool], str]) -> None:
        self._target = target
        self._drawings: list[str] = []
        self._wholes: dict[Element, bytes] = {}

    def read(self, html: str, *, old: bool) -> Element:
        """A <div> with the HTML in it. A drawing is an <img> that says by `data-drawing` what it is."""

        def keep(found: re.Match[str]) -> str:
            # A drawing that is gone must not have the ids of the one that took its place.
            self._drawings.append(_with_ids(found[0], r'\1was-\2"') if old else found[0])
            what = sha256(_with_ids(found[0], r'\1"').encode()).hexdigest()
            return f'<img data-drawing="{what}" data-place="{len(self._drawings) - 1}">'

        # The parser does not know that <wbr> has no end.
        html = _SVG.sub(keep, html).replace("<wbr>", "<wbr></wbr>")
        root = fragment_fromstring(html, create_parent="div")
        self._know(root, old)
        return root

    def whole(self, element: Element) -> bytes:
        """An element as text without ids and computed words: equal for elements that say the same."""
        return self._wholes[element]

    def place_of(self, href: str, *, old: bool) -> str:
        """Where a link leads, in the same words for both documents."""
        return self._target(href[1:], old) if href.startswith("#") else href

    def drawn(self, image: Element) -> str:
        """An image as HTML, the drawing for those that stand for one."""
        place = image.get("data-place")
        return self._drawings[int(place)] if place else open_tag(image)

    def html(self, element: Element) -> str:
        """An element as it is."""
        text: str = tostring(element, encoding="unicode", with_tail=False).replace("</wbr>", "")
        if "data-place=" not in text:
            return text
        return re.sub(
            r'<img data-drawing="[0-9a-f]*" data-place="([0-9]+)">', lambda n: self._drawings[int(n[1])], text
        )

    def _know(self, root: Element, old: bool) -> None:
        """Compute `whole` of all blocks and rows, on a tree without what may differ; then put that back."""
        kept: list[tuple[Element, dict[str, str], str | None]] = []
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            role = element.get("class")
            computed = is_reference(element) or is_label(element)
            if computed or any(name in element.attrib for name in _OF_PLACE):
                kept.append((element, dict(element.attrib), element.text))
                for name in _OF_PLACE:
                    element.attrib.pop(name, None)
                if computed:
                    element.text = None
                if role == "xref":
                    element.set("href", self.place_of(element.get("href", ""), old=old))
        for element in root.iter(*BLOCKS, "tr", "tbody", "tfoot", "thead", "span", "img"):
            self._wholes[element] = tostring(element, with_tail=False)
        for element, attributes, text in kept:
            element.attrib.clear()
            element.attrib.update(attributes)
            element.text = text


def _with_ids(svg: str, pattern: str) -> str:
    return _TAG.sub(lambda tag: _SVG_ID.sub(pattern, tag[0]), svg)


def is_reference(element: Element) -> bool:
    """Whether it is a reference, whose words are computed."""
    return element.tag == "a" and element.get("class") == "xref" and not len(element)


def is_label(element: Element) -> bool:
    """Whether it is the number of a caption."""
    return element.tag == "span" and element.get("class") == "label" and not len(element)


def is_block(element: Element) -> bool:
    """Whether an element stands on lines of its own, or holds one that does."""
    return (
        element.tag in BLOCKS
        or (element.tag == "span" and element.get("class") in LINES)
        or next(element.iterdescendants(*BLOCKS), None) is not None
    )


def words_of(element: Element) -> list[str]:
    """The words of an element without signs between them; those of different blocks are different ones."""
    return _WORD.findall(" ".join(element.itertext()))


def open_tag(
    element: Element, mark: Mark | None = None, *, ids: bool = True, more: Mapping[str, str] = _NOTHING
) -> str:
    """The start tag, with the mark of the element; without `ids`, nothing by which others could find it.

    `more` are attributes with values of their own, empty for those that shall not be there.
    """
    attributes = {
        name: value
        for name, value in element.attrib.items()
        if ids or (name not in _OF_PLACE and not name.startswith("aria-describedby"))
    }
    for name, value in more.items():
        if value:
            attributes[name] = value
        else:
            attributes.pop(name, None)
    if mark:
        attributes["data-change"] = mark
    return f"<{element.tag}" + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items()) + ">"


def close_tag(element: Element) -> str:
    """The end tag, where there is one."""
    return "" if element.tag in _VOID else f"</{element.tag}>"


class Token(NamedTuple):
    """A word, a space or a sign of a text. `path` are the elements around it, outermost first; `key` is equal for
    tokens that say the same."""

    key: str
    html: str
    path: tuple[Element, ...] = ()


Run: TypeAlias = tuple[Token, ...]
"""Text without blocks in it."""

_WORD = re.compile(r"\w(?:[\w.:/-]*\w)?|[<>]+")
_WORDS = re.compile(r"\s+|\w(?:[\w.:/-]*\w)?|[^\w\s]")


def words(text: str, path: tuple[Element, ...] = (), *, exact: bool = False) -> Iterator[Token]:
    """The tokens of a text; all white space is one space, unless each counts."""
    # The same words with another address say something else.
    link = next((each.get("href", "") for each in path if each.tag == "a"), "")
    for found in _WORDS.findall(text):
        word = " " if found.isspace() and not exact else found
        yield Token(f"{word}\0{link}" if link else word, escape(word, quote=False), path)


def parts(trees: Trees, element: Element, *, old: bool) -> list[Element | Run]:
    """What stands in an element one after the other: blocks, and runs of text between them."""
    found: list[Element | Run] = []
    run: list[Token] = []
    exact = element.tag == "pre"

    def flush() -> None:
        begin, end = 0, len(run)
        if not exact:
            while begin < end and run[begin].html == " ":
                begin += 1
            while begin < end and run[end - 1].html == " ":
                end -= 1
        if begin < end:
            found.append(tuple(run[begin:end]))
        run.clear()

    def flow(inside: Element, path: tuple[Element, ...]) -> None:
        run.extend(words(inside.text or "", path, exact=exact))
        for child in inside:
            if isinstance(child.tag, str):
                if is_block(child):
                    flush()
                    found.append(child)
                elif single := _single(trees, child, path, old):
                    run.append(single)
                else:
                    flow(child, (*path, child))
            run.extend(words(child.tail or "", path, exact=exact))

    flow(element, ())
    flush()
    return found


def _single(trees: Trees, element: Element, path: tuple[Element, ...], old: bool) -> Token | None:
    """The token of an element that is one as a whole."""
    if element.tag == "img":
        return Token(f"image\0{element.get('data-drawing') or element.get('src')}", trees.drawn(element), path)
    if element.tag in _VOID:
        return Token(f"{element.tag}\0", open_tag(element), path)
    words_inside = escape(element.text or "", quote=False)
    if is_reference(element):
        place = trees.place_of(element.get("href", ""), old=old)
        return Token(f"reference\0{place}", words_inside, (*path, element))
    if is_label(element):
        return Token("label\0", words_inside, (*path, element))
    return None
