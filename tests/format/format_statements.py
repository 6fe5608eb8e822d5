"""Statements made by hand, for tests of what formats do with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dcsgen.base.resources import folder
from dcsgen.model import Capability, Document, Product, Revision, encode
from dcsgen.plugin import Caption, Section, Statement
from dcsgen.render.page_starts import with_page_starts
from dcsgen.render.templates import environment

CAPABILITY = Capability(
    dcsgen=1,
    edition="2026b",
    product=Product(name="PLANNER & Co", vendor="Company <Ltd>", version="4.1"),
    document=Document(
        identifier="DCS-17",
        revision="C",
        date="2002-08-05",
        history={
            "B": Revision(date="2001-06-14", author="K. Weber", description="Query added."),
            "C": Revision(date="2002-08-05", author="M. Laurent", description="Codes *revised*."),
        },
    ),
)

UID = "1.2.840.10008.5.1.4.1.1.481.5"


def section(
    number: str, title: str = "", html: str = "", *children: Section, landscape: bool = False, id: str = ""
) -> Section:
    """A section; its level is the number of parts of its number, its id comes from it."""
    return Section(
        id=id or f"s-{number.replace('.', '-').lower()}",
        number=number,
        label=f"Annex {number}" if number.isalpha() else number,
        title=title or f"Title of {number}",
        level=number.count(".") + 1,
        html=html,
        landscape=landscape,
        children=children,
    )


def table(id: str, rows: str, kind: str = "attributes") -> str:
    """A table of three columns as the parts write them."""
    return (
        f'<div class="table" role="region" aria-labelledby="{id}" tabindex="0"><table class="{kind}">'
        f'<caption id="{id}"><span class="label">Table</span> Caption of {id}</caption>'
        '<colgroup><col style="width:20%"><col style="width:30%"><col style="width:50%"></colgroup>'
        '<thead><tr><th scope="col">First</th><th scope="col">Second</th><th scope="col">Third</th></tr></thead>'
        f"{rows}</table></div>"
    )


def body(rows: Sequence[Sequence[str]]) -> str:
    """Rows in a <tbody>."""
    return (
        "<tbody>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</tbody>"
    )


def statement(
    *sections: Section,
    capability: Capability = CAPABILITY,
    tables: Sequence[Caption] = (),
    figures: Sequence[Caption] = (),
    folders: Sequence[Path] = (),
) -> Statement:
    """A Statement of sections, with the pages of dcsgen's own templates behind those of `folders`."""
    env = environment([*folders, folder("templates")])
    return Statement(
        title=f"{capability.product.name} – {capability.document.title}",
        layout="test",
        capability=capability,
        sections=with_page_starts(sections),
        tables=tuple(tables),
        figures=tuple(figures),
        data=encode(capability),
        page=lambda template, statement: env.get_template(f"pages/{template}").render(statement=statement),
    )


FIGURE = (
    '<figure id="figure-1"><svg xmlns="http://www.w3.org/2000/svg" class="dg" role="img" aria-labelledby="f-title" '
    'viewBox="0 0 200 80" width="200" height="80"><title id="f-title">A drawing</title>'
    '<rect class="dg-box" x="5" y="5" width="80" height="40" fill="#dcefec" stroke="#0f5c57"/>'
    '<text class="dg-text" x="45" y="30" font-size="12" fill="#1c2730" text-anchor="middle">STORE</text></svg>'
    '<figcaption><span class="label">Figure A-1</span> Flow</figcaption></figure>'
)


def sample() -> Statement:
    """A small document with everything: deep sections, a landscape one, tables, a figure, references."""
    deep = section("A.2.1.1.1.1.1", html="<p>Deep down.</p>")
    for number in ("A.2.1.1.1.1", "A.2.1.1.1", "A.2.1.1"):
        deep = section(number, "", "", deep)
    rows = body([("Patient ID", UID, "Refused if longer than 12 characters.")] * 3)
    return statement(
        section(
            "A",
            "DICOM Conformance Statement",
            "",
            section("A.1", "Introduction", '<p>See <a class="xref" href="#s-a-2-1">section A.2.1</a>.</p>'),
            section("A.2", "Model", "", section("A.2.1", "Flow", FIGURE, deep)),
            section("A.3", "Attributes", table("table-1", rows), landscape=True),
        ),
        section("B", "Codes", "<p>None.</p>" + table("table-2", rows, "columns-3")),
        tables=[Caption(id=f"table-{n}", label=f"Table {x}-1", title="Attributes") for n, x in ((1, "A"), (2, "B"))],
        figures=[Caption(id="figure-1", label="Figure A-1", title="Flow")],
    )
