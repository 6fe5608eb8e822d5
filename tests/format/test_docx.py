"""The Word file: its parts, its numbers, its look, and the description that it carries."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
import pytest
from format_statements import CAPABILITY, FIGURE, body, sample, section, statement, table
from lxml import etree

from dcsgen.base.embedding import LARGEST
from dcsgen.base.embedding_docx import embed_in_xml, extract_from_docx
from dcsgen.base.errors import DcsgenError, UsageError
from dcsgen.builtin.format._docx.numbering import plan
from dcsgen.builtin.format._docx.words import bookmark
from dcsgen.builtin.format.docx_format import FORMAT
from dcsgen.plugin import Caption, Section

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HOSTILE = "</w:t> & ]]> <description> \ufffe\uffff \x0b \u2028 é"


class Docx:
    """A Word file: its parts as bytes and as trees."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as file:
            assert file.testzip() is None
            self.entries = file.infolist()
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.document = self.tree("word/document.xml")

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of each paragraph, those in cells too."""
        return [(self.style(p), self.text(p)) for p in self.document.iter(f"{W}p")]

    @staticmethod
    def style(paragraph: etree._Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if found is None else found.get(f"{W}val")

    @staticmethod
    def text(element: etree._Element) -> str:
        return "".join("\n" if each.tag == f"{W}br" else each.text or "" for each in element.iter(f"{W}t", f"{W}br"))


def made(*sections: Section, **settings: object) -> Docx:
    return Docx(FORMAT.write(statement(*sections, **settings)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def docx() -> Docx:
    return Docx(FORMAT.write(sample()))


def test_same_bytes_and_no_clock(docx: Docx) -> None:
    assert FORMAT.write(sample()) == FORMAT.write(sample())
    assert {entry.date_time for entry in docx.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT", docx.parts["docProps/core.xml"])) == {b"2002-08-05T"}
    assert b"rsid" not in docx.parts["word/document.xml"]


def test_parts_are_xml_and_relations_lead_to_them(docx: Docx) -> None:
    types = docx.tree("[Content_Types].xml")
    assert {each.get("PartName")[1:] for each in types if each.get("PartName")} <= docx.parts.keys()
    for name in docx.parts:
        if name.endswith((".xml", ".rels", ".svg")):
            docx.tree(name)
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for each in docx.tree(name):
                if each.get("TargetMode") != "External":
                    target = str((Path("/") / folder / each.get("Target")).resolve())[1:]
                    assert target in docx.parts
    used = set(re.findall(rb'r:(?:id|embed)="(\w+)"', docx.parts["word/document.xml"]))
    assert used <= {each.get("Id").encode() for each in docx.tree("word/_rels/document.xml.rels")}


def test_styles_that_are_used_exist(docx: Docx) -> None:
    known = {each.get(f"{W}styleId") for each in docx.tree("word/styles.xml").iter(f"{W}style")}
    for part in ("word/document.xml", "word/styles.xml", "word/header-tall.xml"):
        tree = docx.tree(part)
        used = {
            each.get(f"{W}val")
            for word in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
            for each in tree.iter(f"{W}{word}")
        }
        assert used <= known
    assert {"Heading1", "Caption", "TOC1", "StatementTable"} <= known


def test_ids_are_unique_and_links_lead_to_bookmarks(docx: Docx) -> None:
    for tag, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        values = [each.get(f"{W}{attribute}") for each in docx.document.iter(f"{W}{tag}")]
        assert len(values) == len(set(values)) > 5
    links = {each.get(f"{W}anchor") for each in docx.document.iter(f"{W}hyperlink")} - {None}
    assert links <= {each.get(f"{W}name") for each in docx.document.iter(f"{W}bookmarkStart")}
    assert bookmark("s-a-2-1") in links


def test_bookmarks_are_names_of_word() -> None:
    ids = ["a-b", "a_b", "a--b", "1x", "x" * 60, "x" * 60 + "y", "é", "table-proposed-storage-scu-of-the-very-long-one"]
    names = [bookmark(id) for id in ids]
    assert len(set(names)) == len(ids)
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)


# Numbers


def counted(docx: Docx) -> list[str]:
    """The headings as Word shows them: it counts, level by level, with the definitions of the file."""
    numbering = docx.tree("word/numbering.xml")
    kinds = {each.get(f"{W}abstractNumId"): each for each in numbering.iter(f"{W}abstractNum")}
    kind_of = {n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.iter(f"{W}num")}
    counts: dict[str, dict[int, int]] = {}
    shown = []
    for paragraph in docx.document.iter(f"{W}p"):
        if not Docx.style(paragraph).startswith("Heading"):
            continue
        text = Docx.text(paragraph)
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        if number != "0":
            kind = kind_of[number]
            own = int(paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val"))
            levels = kinds[kind].findall(f"{W}lvl")
            starts = [int(level.find(f"{W}start").get(f"{W}val")) for level in levels]
            count = counts.setdefault(kind, {})
            count[own] = count[own] + 1 if own in count else starts[own]
            counts[kind] = count = {level: value for level, value in count.items() if level <= own}
            words = levels[own].find(f"{W}lvlText").get(f"{W}val")
            for level in range(own, -1, -1):
                value = count.get(level, starts[level])
                letters = levels[level].find(f"{W}numFmt").get(f"{W}val") == "upperLetter"
                words = words.replace(f"%{level + 1}", chr(64 + value) if letters else str(value))
            text = f"{words} {text}"
        shown.append(text)
    return shown


def wanted(sections: tuple[Section, ...]) -> list[str]:
    found = []
    for each in sections:
        annex = "Annex " if each.level == 1 and each.number.isalpha() else ""
        found += [f"{annex}{each.number} {each.title}".lstrip(), *wanted(each.children)]
    return found


def tree(*numbers: str) -> tuple[Section, ...]:
    """Sections with these numbers, each below the one whose number its own begins with."""
    found: list[tuple[str, list[str]]] = []
    for number in numbers:
        if found and number.startswith(f"{found[-1][0]}."):
            found[-1][1].append(number)
        else:
            found.append((number, []))
    return tuple(section(number, "", "", *tree(*below)) for number, below in found)


SHAPES = {
    "annexes": tree("A", "A.1", "A.1.1", "A.2", "B", "B.1"),
    "chapters and annexes": tree("1", "1.1", "2", "A", "A.1", "3"),
    "from zero": tree("0", "0.0", "0.1", "1", "1.0"),
    "a gap": tree("1", "1.1", "1.3", "1.3.1", "1.4", "4"),
    "letters below": tree("1", "1.A", "1.B", "2", "2.1"),
    "beyond Z": tree("Y", "Z", "AA", "AB"),
    "none": (*tree("1"), Section(id="x", number="", title="Index", level=1, html=""), *tree("2")),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_word_counts_as_dcsgen_does(shape: str) -> None:
    assert counted(made(*SHAPES[shape])) == wanted(SHAPES[shape])


def test_regular_numbers_are_true_numbering(docx: Docx) -> None:
    assert len(plan(sample().sections).of) == 10
    assert counted(docx) == wanted(sample().sections)
    assert not any(text.startswith(("A.", "Annex")) for style, text in docx.paragraphs() if style.startswith("Heading"))


# What is on the pages


def test_cover_and_contents(docx: Docx) -> None:
    paragraphs = docx.paragraphs()
    assert ("Title", "PLANNER & Co") in paragraphs
    assert ("Subtitle", "DICOM Conformance Statement") in paragraphs
    entries = [text for style, text in paragraphs if style.startswith("TOC") and style != "TOCHeading"]
    assert entries[:3] == ["Annex A DICOM Conformance Statement", "A.1 Introduction", "A.2 Model"]
    assert [text for style, text in paragraphs if style == "TableofFigures"] == [
        "Table A-1 Attributes",
        "Table B-1 Attributes",
        "Figure A-1 Flow",
    ]
    kinds = Counter(each.get(f"{W}fldCharType") for each in docx.document.iter(f"{W}fldChar"))
    assert kinds["begin"] == kinds["separate"] == kinds["end"]
    instructions = [each.text.strip() for each in docx.document.iter(f"{W}instrText")]
    assert instructions[:3] == ['TOC \\o "1-4" \\h \\z \\u', 'TOC \\h \\z \\c "Table"', 'TOC \\h \\z \\c "Figure"']
    assert docx.tree("word/settings.xml").find(f"{W}updateFields").get(f"{W}val") == "true"


def test_captions_count_in_fields(docx: Docx) -> None:
    captions = [p for p in docx.document.iter(f"{W}p") if Docx.style(p) == "Caption"]
    assert [Docx.text(p) for p in captions] == ["Figure A-1 Flow", "Table A-1 Attributes", "Table B-1 Attributes"]
    fields = [p.find(f".//{W}fldSimple").get(f"{W}instr").strip() for p in captions]
    assert fields == ["SEQ Figure \\* ARABIC", "SEQ Table \\* ARABIC", "SEQ Table \\* ARABIC \\r 1"]


def test_wide_sections_lie_on_their_side(docx: Docx) -> None:
    sizes = [each.find(f"{W}pgSz") for each in docx.document.iter(f"{W}sectPr")]
    assert [size.get(f"{W}orient") for size in sizes] == [None, None, "landscape", None]
    references = [len(each.findall(f"{W}headerReference")) for each in docx.document.iter(f"{W}sectPr")]
    assert references == [0, 1, 1, 1], "the cover has no header"
    assert b"PLANNER &amp; Co" in docx.parts["word/header-tall.xml"]
    assert b"NUMPAGES" in docx.parts["word/footer-wide.xml"]


def test_the_first_chapter_and_annexes_begin_a_page() -> None:
    found = made(section("1", "One", "<p>a</p>"), section("2", "Two", "<p>b</p>"), section("A", "Three", "<p>c</p>"))
    breaking = [each.getparent().getparent() for each in found.document.iter(f"{W}pageBreakBefore")]
    assert ["".join(each.itertext(f"{W}t")) for each in breaking] == ["One", "Three"]


def test_tables_repeat_their_headings_and_keep_their_rows(docx: Docx) -> None:
    rows = list(docx.document.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    headings = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [Docx.text(row) for row in headings] == ["RevisionDateAuthorDescription", *["FirstSecondThird"] * 2]


def test_merged_cells_fill_the_grid() -> None:
    rows = "<tbody><tr><td rowspan=3>a<td colspan=2>b<tr><td>c<td rowspan=9>d<tr><td>e</tbody>" + body([("f", "g")])
    found = made(section("1", "", table("t", rows))).document
    grid = [
        [
            (
                int(span.get(f"{W}val")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1,
                None if (merge := cell.find(f"{W}tcPr/{W}vMerge")) is None else merge.get(f"{W}val", "goes on"),
                Docx.text(cell),
            )
            for cell in row.iter(f"{W}tc")
        ]
        for row in list(found.iter(f"{W}tbl"))[-1].iter(f"{W}tr")
    ]
    assert grid[1:] == [
        [(1, "restart", "a"), (2, None, "b")],
        [(1, "goes on", ""), (1, None, "c"), (1, "restart", "d")],
        [(1, "goes on", ""), (1, None, "e"), (1, "goes on", "")],
        [(1, None, "f"), (1, None, "g"), (1, None, "")],
    ]
    assert all(cell[-1].tag == f"{W}p" for cell in found.iter(f"{W}tc")), "Word wants a paragraph at the end of a cell"


def test_lists_count_each_on_its_own() -> None:
    html = "<ol><li>a<li>b</ol><p>x</p><ol start=5><li>c<ul><li>d</ul></ol>"
    found = made(section("1", "", html))
    numbers = {}
    for paragraph in found.document.iter(f"{W}p"):
        if Docx.style(paragraph) == "ListParagraph":
            marks = paragraph.find(f"{W}pPr/{W}numPr")
            numbers[Docx.text(paragraph)] = (marks[0].get(f"{W}val"), marks[1].get(f"{W}val"))
    assert numbers["a"] == numbers["b"] != numbers["c"]
    assert numbers["d"][0] == "1"
    starts = {
        n.get(f"{W}numId"): n.find(f".//{W}startOverride") for n in found.tree("word/numbering.xml").iter(f"{W}num")
    }
    assert starts[numbers["c"][1]].get(f"{W}val") == "5"
    assert starts[numbers["d"][1]] is None


def test_drawings_have_a_png_and_words(docx: Docx) -> None:
    media = {name.rpartition(".")[2] for name in docx.parts if name.startswith("word/media/")}
    assert media == {"svg", "png"}
    names = [each.get("descr") for each in docx.document.iter("{*}docPr")]
    assert names == ["A drawing"]


def test_a_drawing_fetches_nothing() -> None:
    figure = FIGURE.replace("<rect", '<image href="file:///etc/passwd"/><rect')
    with pytest.raises(DcsgenError, match="asks for file:///etc/passwd, which is not fetched"):
        made(section("1", "", figure))


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "relative.html", "#", ""])
def test_links_that_lead_nowhere_are_text(href: str) -> None:
    found = made(section("1", "", f'<p>see <a href="{href}">this</a></p>'))
    assert ("Normal", "see this") in found.paragraphs()
    assert b"External" not in found.parts["word/_rels/document.xml.rels"]


def test_links_to_the_web() -> None:
    found = made(section("1", "", '<p><a href="https://example.org/?a=1&amp;b=2">there</a></p>'))
    (link,) = (each for each in found.document.iter(f"{W}hyperlink") if each.get(f"{R}id"))
    targets = {each.get("Id"): each.get("Target") for each in found.tree("word/_rels/document.xml.rels")}
    assert targets[link.get(f"{R}id")] == "https://example.org/?a=1&b=2"


def test_properties(docx: Docx) -> None:
    core = docx.tree("docProps/core.xml")
    found = {etree.QName(each).localname: each.text for each in core}
    assert found["title"] == "PLANNER & Co – DICOM Conformance Statement"
    assert found["creator"] == "Company <Ltd>"
    own = {each.get("name"): each[0].text for each in docx.tree("docProps/custom.xml")}
    assert own["Revision"] == "C"
    assert docx.tree("word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "en-GB"


def test_an_impossible_date_is_none() -> None:
    document = msgspec.structs.replace(CAPABILITY.document, date="2002-02-31")
    found = made(section("1"), capability=msgspec.structs.replace(CAPABILITY, document=document))
    assert b"1970-01-01T00:00:00Z" in found.parts["docProps/core.xml"]


# The description inside


def test_description_comes_back_byte_for_byte() -> None:
    product = msgspec.structs.replace(CAPABILITY.product, description=HOSTILE, name=HOSTILE)
    made_of = statement(section("1", HOSTILE), capability=msgspec.structs.replace(CAPABILITY, product=product))
    assert extract_from_docx(FORMAT.write(made_of)) == made_of.data


def archive(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(f"customXml/{name}.xml", data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK",
        b"PK\x03\x04 no archive",
        archive(),
        archive(item1=b"<other/>"),
        archive(item1=b"<broken"),
        archive(
            item1=b'<!DOCTYPE d [<!ENTITY e "eeee">]><description xmlns="urn:dcsgen:description">&e;</description>'
        ),
        archive(item1=embed_in_xml(b"{}").encode())[:-30],
    ],
)
def test_no_description(data: bytes) -> None:
    assert extract_from_docx(data) is None


def test_only_so_much_is_unfolded() -> None:
    others = {f"item{number}": b"<other>" + b" " * (LARGEST // 2) + b"</other>" for number in (1, 2, 3)}
    last = embed_in_xml(b" " * (LARGEST // 2) + b"{}").encode()
    assert extract_from_docx(archive(item4=last)) is not None
    assert extract_from_docx(archive(**others, item4=last)) is None


def test_a_description_beside_other_data() -> None:
    assert extract_from_docx(archive(item1=b"<other/>", item2=embed_in_xml(b"{}\n").encode())) == b"{}\n"


# A vendor's template


@pytest.fixture
def house() -> bytes:
    """A template as Word writes it: a style under a German id, a header, text that is nobody's business."""
    data = Docx(FORMAT.write(statement(section("1", "Secret plans", FIGURE))))
    parts = {name: part for name, part in data.parts.items() if not name.startswith(("customXml", "docProps"))}
    styles = parts["word/styles.xml"].replace(b'"Heading1"', b'"berschrift1"').replace(b'w:val="34"', b'w:val="55"')
    parts["word/styles.xml"] = re.sub(rb'<w:style [^>]*w:styleId="StatementTable">.*?</w:style>', b"", styles)
    parts["word/header-tall.xml"] = re.sub(
        rb"<w:t [^>]*>[^<]*</w:t>", b"<w:t>HOUSE</w:t>", parts["word/header-tall.xml"]
    )
    parts["word/comments.xml"] = b"<comments>internal</comments>"
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part.replace(b"document.main+xml", b"template.main+xml"))
    return buffer.getvalue()


def test_a_vendors_styles_header_and_pages(house: bytes) -> None:
    plain = statement(
        section("1", "First", "<p>Text.</p>"), section("2", "Second", table("t", body([("a", "b", "c")])))
    )
    found = Docx(
        FORMAT.write(msgspec.structs.replace(plain, file=lambda name: house if name == "statement.dotx" else None))
    )
    assert ("berschrift1", "First") in found.paragraphs()
    ids = [each.get(f"{W}styleId") for each in found.tree("word/styles.xml").iter(f"{W}style")]
    assert "StatementTable" in ids, "styles that the vendor lacks are added"
    assert len(ids) == len(set(ids))
    assert b"HOUSE" in found.parts["word/header-tall.xml"]
    whole = b"".join(found.parts.values())
    assert b"Secret plans" not in whole
    assert b"internal" not in whole
    assert not [name for name in found.parts if name.startswith("word/media")]
    assert b"wordprocessingml.document.main+xml" in found.parts["[Content_Types].xml"]


def test_a_vendors_numbering_stays(house: bytes) -> None:
    html = "<ol><li>a</ol><ul><li>b</ul>"
    plain = msgspec.structs.replace(statement(*SHAPES["annexes"], section("C", "", html)), file=lambda name: house)
    found = Docx(FORMAT.write(plain))
    numbering = found.tree("word/numbering.xml")
    tags = [etree.QName(each).localname for each in numbering]
    assert tags == sorted(tags), "all kinds come before all uses"
    for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [each.get(f"{W}{name}") for each in numbering.iter(f"{W}{tag}")]
        assert len(ids) == len(set(ids)) > 4
    known = {each.get(f"{W}numId") for each in numbering.iter(f"{W}num")}
    used = {each.get(f"{W}val") for each in found.document.iter(f"{W}numId")}
    assert used <= known


@pytest.mark.parametrize("data", [b"", b"no archive", archive(), archive(item1=b"<x/>")])
def test_a_template_that_is_none(data: bytes) -> None:
    plain = msgspec.structs.replace(statement(section("1")), file=lambda name: data)
    with pytest.raises(UsageError, match=r"is no \.docx or \.dotx file that can be read"):
        FORMAT.write(plain)


def test_a_vendors_colour() -> None:
    plain = msgspec.structs.replace(
        statement(section("1")), file=lambda name: b":root { --accent: #14375e }" if name == "brand.css" else None
    )
    assert b'w:val="14375E"' in Docx(FORMAT.write(plain)).parts["word/styles.xml"]


def test_captions_without_a_chapter() -> None:
    caption = Caption(id="t", label="Table 3", title="Codes")
    found = made(section("1", "", table("t", body([("a", "b", "c")]))), tables=[caption])
    assert ("Caption", "Table 3 Codes") in found.paragraphs()
