"""The main part: cover, contents, sections with their headings, and pages on their side where they are wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from dcsgen.builtin.format._blocks import Block, Paragraph, Run, text_of
from dcsgen.builtin.format._docx.body import Body
from dcsgen.builtin.format._docx.numbering import DEEPEST, Numbering
from dcsgen.builtin.format._docx.template import Look, Page
from dcsgen.builtin.format._docx.words import END_FIELD, NAMESPACES, begin_field, paragraph, plain
from dcsgen.builtin.format._page import GENERATOR
from dcsgen.builtin.format._reading import read
from dcsgen.plugin.statement import Section, Statement

_DEEPEST_IN_CONTENTS = 4
_COVER, _TALL, _WIDE = "cover", "tall", "wide"


def main_part(
    statement: Statement, cover: Sequence[Block], body: Body, look: Look, numbering: Numbering, numbers: Sequence[int]
) -> str:
    """The part `word/document.xml`. `numbers` are the ids of the definitions of `numbering` in the file."""
    writer = _Writer(body, look, numbering, numbers)
    if statement.front_matter:
        writer.put(_COVER, body.blocks(_on_cover(cover, statement)))
        writer.put(_TALL, "".join(_front(statement, body)))
    for index, section in enumerate(statement.sections):
        behind_front = statement.front_matter and index == 0
        writer.section(structs.replace(section, new_page=True) if behind_front else section)
    return f"<w:document {NAMESPACES}><w:body>{''.join(writer.finished())}</w:body></w:document>"


def _on_cover(cover: Sequence[Block], statement: Statement) -> Iterator[Block]:
    """The cover with the styles of one, found by what paragraphs say: a vendor's cover has its own classes."""
    product, document = statement.capability.product, statement.capability.document
    roles = {product.vendor: "cover-vendor", product.name: "cover-product", document.title: "cover-title"}
    for block in cover:
        if isinstance(block, Paragraph):
            words = text_of(block.runs)
            role = "cover-colophon" if GENERATOR in words else roles.get(words, block.role)
            yield Paragraph(block.runs, block.id, role)
        else:
            yield block


def _front(statement: Statement, body: Body) -> Iterator[str]:
    """Contents, tables and figures: fields that Word can write anew, with their lines in them."""
    entries = [
        (body.style[f"toc {section.level}"], section.id, heading_text(section))
        for section in _all(statement.sections)
        if section.level <= _DEEPEST_IN_CONTENTS
    ]
    yield from _listing(body, statement.word("Contents"), f'TOC \\o "1-{_DEEPEST_IN_CONTENTS}" \\h \\z \\u', entries)
    word = statement.word
    lists = (
        (word("Tables"), word("Table"), statement.tables),
        (word("Figures"), word("Figure"), statement.figures),
    )
    for title, counted, captions in lists:
        lines = [(body.style["table of figures"], each.id, f"{each.label} {each.title}") for each in captions]
        yield from _listing(body, title, f'TOC \\h \\z \\c "{counted}"', lines)


def _listing(body: Body, title: str, instruction: str, entries: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    if not entries:
        return
    yield paragraph(body.style["TOC Heading"], plain(title))
    for index, (style, id, words) in enumerate(entries):
        begin = begin_field(instruction) if index == 0 else ""
        end = END_FIELD if index == len(entries) - 1 else ""
        # Without numbers of pages: Word puts them in when it computes its fields; nobody knows them before.
        yield paragraph(style, f"{begin}{body.link(id, words)}{end}")


def _all(sections: Sequence[Section]) -> Iterator[Section]:
    """All sections that stay."""
    for section in sections:
        if section.change != "removed":
            yield section
            yield from _all(section.children)


def heading_text(section: Section) -> str:
    """Number and title of a section."""
    return f"{section.label} {section.title}".lstrip()


class _Writer:
    """Puts pieces behind each other; where the pages turn, a section of Word ends."""

    def __init__(self, body: Body, look: Look, numbering: Numbering, numbers: Sequence[int]) -> None:
        self._body = body
        self._look = look
        self._numbering = numbering
        self._numbers = numbers
        self._pieces: list[str] = []
        self._kind = ""

    def put(self, kind: str, content: str) -> None:
        """Add content on pages of a kind."""
        if not content:
            return
        if self._kind and kind != self._kind:
            marks = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>' + self._properties()
            self._pieces.append(paragraph(self._body.style["Normal"], "", marks))
        self._kind = kind
        self._pieces.append(content)

    def section(self, section: Section) -> None:
        """Add a section with all that is in it."""
        blocks = read(section.html)
        kind = _WIDE if section.landscape else _TALL
        turned = kind != self._kind
        self._body.width = self._page(kind).text_width
        self.put(kind, self._heading(section, turned) + self._body.blocks(blocks))
        for child in section.children:
            self.section(child)

    def finished(self) -> list[str]:
        """All of it, with the properties of the last pages."""
        return [*self._pieces, self._properties()]

    def _page(self, kind: str) -> Page:
        return {_COVER: self._look.cover, _TALL: self._look.tall, _WIDE: self._look.wide}[kind]

    def _properties(self) -> str:
        return self._page(self._kind).xml(landscape=self._kind == _WIDE, cover=self._kind == _COVER)

    def _heading(self, section: Section, turned: bool) -> str:
        style = self._body.style[f"heading {min(section.level, DEEPEST)}"]
        marks = ""
        if section.new_page and not turned:
            marks += "<w:pageBreakBefore/>"
        definition = self._numbering.of.get(section.id)
        if definition is None:
            marks += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
            words = heading_text(section)
        else:
            number = self._numbers[definition]
            marks += f'<w:numPr><w:ilvl w:val="{section.level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
            words = section.title
        if not section.heading:
            return paragraph(style, self._body.marked(section.id, plain(words)), marks)
        runs = _runs(section)
        if definition is None and section.number:
            runs = [Run(f"{section.label} ", change=section.change), *runs]
        content = self._body.marked(section.id, self._body.runs(runs))
        return paragraph(style, content, marks + self._body.end_of(runs))


def _runs(section: Section) -> list[Run]:
    """The title of a section with its change marks."""
    return [run for block in read(section.heading) if isinstance(block, Paragraph) for run in block.runs]
