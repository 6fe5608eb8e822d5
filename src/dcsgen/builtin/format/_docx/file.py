"""The whole Word file, from the same rendered sections as HTML and PDF.

A vendor's own .docx or .dotx gives the look if there is one: the file `statement.docx` or `statement.dotx` of the
template folder, or the one of `dcsgen build --docx-template`.
"""

from __future__ import annotations

import re

from dcsgen.builtin.format._docx import own_look, template
from dcsgen.builtin.format._docx.body import DOCUMENT, Body
from dcsgen.builtin.format._docx.document import main_part
from dcsgen.builtin.format._docx.numbering import Lists, numbering_xml, plan
from dcsgen.builtin.format._docx.numbering_part import merged, used
from dcsgen.builtin.format._docx.package import Package
from dcsgen.builtin.format._docx.properties import add_description, add_properties, real_date
from dcsgen.builtin.format._docx.revisions import Revisions
from dcsgen.builtin.format._docx.styles import ACCENT
from dcsgen.builtin.format._page import page_text
from dcsgen.builtin.format._reading import read
from dcsgen.plugin.statement import Statement

TEMPLATES = ("statement.docx", "statement.dotx")
"""Files of a template folder that give the look; the first one that is there."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ACCENT = re.compile(rb"--accent:\s*#([0-9A-Fa-f]{6})\b")


def word_file(statement: Statement) -> bytes:
    """The file. Raises `DcsgenError` if the vendor's template or a drawing cannot be used."""
    package = Package()
    package.relate("", "officeDocument", DOCUMENT)
    numbering = plan(statement.sections)
    look = _look(statement, package, bool(numbering.definitions))
    first_kind, first_use = used(look.numbering)
    numbers = [first_use + index for index in range(len(numbering.definitions))]
    lists = Lists(first_use + len(numbers))
    captions = {caption.id: caption for caption in (*statement.tables, *statement.figures)}
    revisions = Revisions(real_date(statement.capability.document.date))
    body = Body(package, look.style, captions, lists, look.cover.text_width, revisions)
    cover = read(page_text(statement, "cover.html"))
    main = main_part(statement, cover, body, look, numbering, numbers)
    package.add(DOCUMENT, main, f"{_WORD}.document.main+xml")
    kinds, uses = numbering_xml(numbering, lists, first_kind, linked=look.numbered_styles)
    package.add("word/numbering.xml", merged(look.numbering, kinds, uses), f"{_WORD}.numbering+xml")
    package.relate(DOCUMENT, "numbering", "word/numbering.xml")
    add_properties(package, statement)
    add_description(package, statement.data)
    return package.file()


def _look(statement: Statement, package: Package, numbered: bool) -> template.Look:
    """The vendor's look if there is a template, else dcsgen's in the colour of the vendor's `brand.css`."""
    product, document = statement.capability.product, statement.capability.document
    revision = statement.word("%(document)s, revision %(revision)s") % {
        "document": document.identifier,
        "revision": document.revision,
    }
    running = own_look.Running(
        product.name,
        revision,
        product.vendor,
        page=statement.word("Page %(page)s of %(pages)s"),
        language=statement.language,
    )
    brand = _ACCENT.search(statement.file("brand.css") or b"")
    accent = brand[1].decode().upper() if brand else ACCENT
    for name in TEMPLATES:
        data = statement.file(name)
        if data is not None:
            return template.vendors(package, data, running, accent)
    return template.own(package, running, accent, numbered)
