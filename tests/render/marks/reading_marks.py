"""What a reader has who takes all marks of a document, or none: for tests of marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

from lxml.html import fragment_fromstring

from dcsgen.model import Capability, Document, Product, encode
from dcsgen.plugin import Section, Statement
from dcsgen.render.marks.grid import grid_of, rows_of
from dcsgen.render.marks.statement import marked

_INSIDE_OF_LINES = {"strong", "b", "em", "i", "code", "a", "span", "ins", "del", "br", "wbr", "img", "var", "cite"}


def accepted(html: str) -> list[str]:
    """The texts of HTML, block by block, without what was removed."""
    return _without(html, "del", "removed")


def rejected(html: str) -> list[str]:
    """The texts of HTML, block by block, without what was added."""
    return _without(html, "ins", "added")


def texts(html: str) -> list[str]:
    """The texts of HTML, block by block; computed words are not told apart."""
    return _texts(_read(html))


def _read(html: str) -> Any:
    html = re.sub("<svg.*?</svg>", "<img>", html, flags=re.DOTALL).replace("<wbr>", "")
    return fragment_fromstring(html, create_parent="div")


def _without(html: str, tag: str, mark: str) -> list[str]:
    return _texts(_read(html), tag, mark)


def _texts(root: Any, tag: str = "none", mark: str = "none") -> list[str]:
    """The texts without what has a tag or mark. Groups of rows are read column by column: a cell over several rows
    may begin in one that is left out."""
    spread = {group: _columns(group) for group in root.iter("tbody", "thead", "tfoot")}
    for element in list(root.iter()):
        gone = element.tag == tag or element.get("data-change") == mark or element.get("class") == "change-note"
        if gone and element.tag != "tr" and element.getparent() is not None:
            element.drop_tree()
    for element in list(root.iter("a", "span")):
        role = element.get("class")
        if role in ("xref", "label", "no") and element.text_content():
            for child in element:
                element.remove(child)
            element.text = "" if role == "no" else "#"
    found = [""]

    def walk(element: Any) -> None:
        for cell in spread.get(element, ()):
            if cell.getparent() is not None:
                walk(cell)
        if element in spread:
            return
        block = element.tag not in _INSIDE_OF_LINES or element.get("class") in ("line", "note")
        if block:
            found.append("")
        found[-1] += element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                walk(child)
            found[-1] += child.tail or ""
        if block:
            found.append("")

    walk(root)
    return [text for each in found if (text := " ".join(each.split()))]


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from all_sections(section.children)


def _columns(group: Any) -> list[Any]:
    """The cells of a group of rows, down each column."""
    lines = grid_of(rows_of(group))
    columns = ([line[index] for line in lines] for index in range(len(lines[0]) if lines else 0))
    return list(dict.fromkeys(cell for column in columns for cell in column if cell is not None))


def of_document(statement: Statement, read: Callable[[str], list[str]] = texts) -> list[str]:
    """The texts of a document with its titles, those of sections left out that `read` leaves out."""
    without = {"accepted": "removed", "rejected": "added"}.get(read.__name__, "none")
    found: list[str] = []
    for section in all_sections(statement.sections):
        if section.change != without:
            found += read(f"<h1>{section.heading or escape(section.title)}</h1>")
            found += read(section.html)
    return found


def ids_of(statement: Statement) -> list[str]:
    """All ids of a document."""
    sections = list(all_sections(statement.sections))
    return [section.id for section in sections] + re.findall(
        r'<[^>]*\sid="([^"]*)"', "".join(section.html for section in sections)
    )


def document(*html: str, ids: Iterable[str] = (), titles: Iterable[str] = ()) -> Statement:
    """A document of sections with some content."""
    capability = Capability(
        dcsgen=1,
        edition="2026b",
        product=Product(name="PLANNER", vendor="Company", version="4.1"),
        document=Document(identifier="DCS-17", revision="C", date="2002-08-05"),
    )
    names = [*ids] or [f"section-{number}" for number in range(len(html))]
    words = [*titles] or [f"Title of {name}" for name in names]
    return Statement(
        title="PLANNER",
        layout="test",
        capability=capability,
        sections=tuple(
            Section(id=id, number=str(number), title=title, level=1, html=content)
            for number, (id, title, content) in enumerate(zip(names, words, html, strict=True), 1)
        ),
        tables=(),
        figures=(),
        data=encode(capability),
        page=lambda template, statement: "",
    )


def marks_of(old: str, new: str) -> str:
    """The new HTML of a section with the marks that turn the old one into it."""
    return marked(document(old), document(new)).sections[0].html
