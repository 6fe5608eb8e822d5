"""The PDF file: its pages as a reader sees them, its structure, and what never happens while it is made."""

from __future__ import annotations

import gc
import logging
import re
import sys
import threading
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import md5
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pydyf
import pypdfium2
import pytest
from format_statements import CAPABILITY, UID, body, sample, section, statement, table

from dcsgen.base import embedding
from dcsgen.base.embedding import extract_from_pdf
from dcsgen.base.errors import DcsgenError
from dcsgen.builtin.format import _haste, _laying
from dcsgen.builtin.format._laying import lay_out
from dcsgen.builtin.format.pdf_format import FORMAT
from dcsgen.plugin import Caption, Section

LONG_UID = "2.25.329800735698586629295641978511506172918329800735698586629295"
FIELD = "PRESCRIPTION_SITE_OF_THE_PATIENT.REFERENCED_DOSE_DESCRIPTION_IN_FULL_LENGTH"


class Pdf:
    """A PDF as pdfium reads it: text and size of each page, bookmarks with the page that they lead to."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        document = pypdfium2.PdfDocument(data)
        self.pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
        self.sizes = [page.get_size() for page in document]
        self.metadata = document.get_metadata_dict()
        self.tagged = pypdfium2.raw.FPDFCatalog_IsTagged(document)
        self.bookmarks = [
            (item.level, item.get_title(), item.get_dest().get_index(), item.get_dest().get_view()[1][1])
            for item in document.get_toc(max_depth=20)
        ]

    def joined(self) -> str:
        """All text without white space, in reading order."""
        return "".join("".join(self.pages).split())

    def page_of(self, words: str) -> int:
        """Index of the last page that holds some words: behind the contents, which hold titles too."""
        return max(index for index, text in enumerate(self.pages) if words in text)

    def objects(self) -> bytes:
        """What the file says outside of pages: its streams unfolded, as far as they can be."""
        streams = re.findall(rb"stream\n(.*?)\nendstream", self.data, re.DOTALL)
        return self.data + b"\n".join(zlib.decompress(s) for s in streams if s[:1] == b"\x78")


def made(*sections: Section, **settings: object) -> Pdf:
    return Pdf(FORMAT.write(statement(*sections, **settings)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pdf() -> Pdf:
    return Pdf(FORMAT.write(sample()))


def words(count: int, prefix: str = "word") -> str:
    return " ".join(f"{prefix}{number}." for number in range(count))


# What is on the pages


def test_same_bytes() -> None:
    assert FORMAT.write(sample()) == FORMAT.write(sample())


def test_cover(pdf: Pdf) -> None:
    cover = pdf.pages[0]
    for fact in ("Company <Ltd>", "PLANNER & Co", "DICOM Conformance Statement", "4.1", "DCS-17", "2002-08-05"):
        assert fact in cover
    assert re.search(r"C\s+2002-08-05\s+M\. Laurent\s+Codes revised\.\s+B\s+2001-06-14\s+K\. Weber", cover)
    assert "edition 2026b of the DICOM Standard" in cover
    assert "Page 1" not in cover


def test_a_vendors_cover_and_colours(tmp_path: Path) -> None:
    (tmp_path / "cover.html").write_text('<div class="cover"><p>{{ statement.title }} by ACME</p></div>')
    (tmp_path / "brand.css").write_text(":root { --accent: #ff0000 }")
    vendors = made(section("A"), folders=[tmp_path])
    assert vendors.pages[0].strip() == "PLANNER & Co – DICOM Conformance Statement by ACME"
    assert b"1 0 0 rg" in vendors.objects()


def test_header_and_footer(pdf: Pdf) -> None:
    for number, text in enumerate(pdf.pages[1:], start=2):
        assert "PLANNER & Co" in text
        assert "DCS-17, revision C" in text
        assert f"Page {number} of {len(pdf.pages)}" in text


def test_contents_name_the_right_pages(pdf: Pdf) -> None:
    contents = " ".join(pdf.pages[1].split())
    listed = {"A.1 Introduction", "A.2.1 Flow", "A.3 Attributes", "Annex B Codes", "Table A-1 Attributes"}
    listed |= {"Table B-1 Attributes", "Figure A-1 Flow"}
    found = dict(re.findall(r"((?:Annex |Table |Figure )?[A-Z][-.\d]* \w+)(?: \.)+ (\d+)", contents))
    assert listed <= set(found)
    where = {title: index for _, title, index, _ in pdf.bookmarks}
    for title in ("A.1 Introduction", "A.2.1 Flow", "A.3 Attributes", "Annex B Codes"):
        assert int(found[title]) == where[title] + 1
    assert int(found["Table A-1 Attributes"]) == where["A.3 Attributes"] + 1


def test_bookmarks_are_nested(pdf: Pdf) -> None:
    tree = [(level, title) for level, title, _, _ in pdf.bookmarks]
    assert tree[:3] == [(0, "Contents"), (0, "Tables"), (0, "Figures")]
    assert tree[3:6] == [(0, "Annex A DICOM Conformance Statement"), (1, "A.1 Introduction"), (1, "A.2 Model")]
    assert (6, "A.2.1.1.1.1.1 Title of A.2.1.1.1.1.1") in tree


def test_long_names_break_without_a_change() -> None:
    rows = body([(FIELD, UID.replace(".8", ".<wbr>8"), LONG_UID * 2), (LONG_UID, FIELD, UID)])
    text = made(section("1", "Names", table("t", rows))).joined()
    for name in (FIELD, UID, LONG_UID * 2):
        assert name in text
    assert not re.search("[\u00ad\u200b\u2010\ufffe]", text)


def test_no_cell_runs_over_its_neighbour() -> None:
    rows = body([(FIELD, LONG_UID, "next")] * 3)
    data = FORMAT.write(statement(section("1", "Names", table("t", rows))))
    document = pypdfium2.PdfDocument(data)
    page = document[len(document) - 1]
    text = page.get_textpage()
    whole = text.get_text_range()
    left_of = {}
    for header in ("First", "Second", "Third"):
        left_of[header] = text.get_charbox(whole.index(header))[0]
    for index, character in enumerate(whole):
        left, bottom, right, _ = text.get_charbox(index)
        if character.isspace() or bottom > text.get_charbox(whole.index("First"))[1] or bottom < 80:
            continue
        column = max((x for x in left_of.values() if x <= left + 1), default=0)
        border = min((x for x in left_of.values() if x > column), default=10_000)
        assert right <= border, f"{character} at {left}"


def test_a_row_taller_than_a_page_is_whole() -> None:
    rows = body([("before", "", ""), ("tall", "", words(2500)), ("behind", "", "")])
    text = made(section("1", "Tall", table("t", rows)), section("2", "Next", "<p>The end.</p>")).joined()
    assert all(f"word{number}." in text for number in range(2500))
    assert text.index("before") < text.index("word0.") < text.index("word2499.") < text.index("behind")


def test_a_group_taller_than_a_page_is_whole() -> None:
    first = '<tr><td rowspan="150">Group</td><td>syntax0.</td><td>uid0.</td></tr>'
    rest = "".join(f"<tr><td>syntax{n}.</td><td>uid{n}.</td></tr>" for n in range(1, 150))
    text = made(section("1", "Tall", table("t", f"<tbody>{first}{rest}</tbody>", "contexts"))).joined()
    assert [n for n in range(150) if f"syntax{n}." not in text or f"uid{n}." not in text] == []


def test_groups_of_contexts_stay_together() -> None:
    groups = "".join(body([(f"g{group}r{row}.", UID, "") for row in range(7)]) for group in range(30))
    document = made(section("1", "Contexts", table("t", groups, "contexts")))
    for group in range(30):
        pages = {document.page_of(f"g{group}r{row}.") for row in range(7)}
        assert len(pages) == 1, f"group {group}"


def test_the_first_group_of_contexts_goes_to_the_next_page_as_a_whole() -> None:
    """With its heading, wherever the page ends."""
    group = body([(f"row{row}.", UID, "") for row in range(6)])
    for before in (27, 28):
        html = "<p>Text.</p>" * before + table("t", group, "contexts")
        document = made(section("A", "Contexts", html))
        assert {document.page_of(f"row{row}.") for row in range(6)} == {document.page_of("Caption of t")}, before


def test_groups_of_contexts_fill_their_pages() -> None:
    sizes = [3, 8, 8, 8, 8, 2, 2, 2, 2, 2, 2]
    groups = "".join(
        body([(f"g{group}." if row == 0 else "", UID, "one<br>two") for row in range(size)])
        for group, size in enumerate(sizes)
    )
    document = made(section("A", "Contexts", f"<p>Text.</p>{'<p>More.</p>' * 5}{table('t', groups, 'contexts')}"))
    first = document.page_of("g0.")
    assert [document.page_of(f"g{group}.") - first for group in range(11)] == [0] * 3 + [1] * 8


def test_header_of_a_table_is_repeated() -> None:
    document = made(section("1", "Long", table("t", body([(f"row{n}.", "", "") for n in range(200)]))))
    pages = [text for text in document.pages if "row" in text]
    assert len(pages) >= 3
    assert all("First Second Third" in " ".join(text.split()) for text in pages)


def test_caption_stays_with_its_table_and_heading() -> None:
    """Whatever stands before it, a table begins on the page of its caption, its heading and the text between."""
    for lines in range(30, 62, 2):
        before = "<p>" + "line<br>" * lines + "</p>"
        part = "<p>Text above the table.</p>" + table("t", body([("row0.", "", ""), ("row1.", "", "")]))
        document = made(section("1", "Before", before, section("1.1", "Heading", part)))
        pages = {document.page_of(words) for words in ("1.1 Heading", "Text above", "Caption of t", "row0.")}
        assert len(pages) == 1, f"{lines} lines"


def test_headings_are_kept_with_what_follows() -> None:
    sections = [section(f"1.{n}", f"Part {n}", f"<p>{words(7 * n % 90, f'text{n}-')}.</p>") for n in range(1, 60)]
    document = made(section("1", "Parts", "", *sections))
    for n in range(1, 60):
        if 7 * n % 90:
            assert document.page_of(f"1.{n} Part {n}\n") == document.page_of(f"text{n}-0.")


def test_wide_sections_share_pages() -> None:
    document = made(
        section("1", "Tall", "<p>portrait one</p>"),
        section("2", "Empty", "", section("2.1", html="<p>wide one</p>", landscape=True), landscape=True),
        section("3", html="<p>wide two</p>", landscape=True),
        section("4", html="<p>portrait two</p>"),
    )
    one, two = document.page_of("wide one"), document.page_of("wide two")
    assert one == two == document.page_of("2 Empty")
    assert [width > height for width, height in document.sizes] == [False, False, False, True, False]
    assert document.page_of("portrait one") + 1 == one == document.page_of("portrait two") - 1


def test_annexes_begin_on_a_page_and_chapters_do_not() -> None:
    annexes = made(section("A", html="<p>one</p>"), section("B", html="<p>two</p>"))
    assert len(annexes.pages) == 4
    assert len(made(section("1", html="<p>one</p>"), section("2", html="<p>two</p>")).pages) == 3


def test_no_page_is_empty(pdf: Pdf) -> None:
    for text in pdf.pages:
        content = re.sub(r"PLANNER & Co|DCS-17, revision C|Page \d+ of \d+|Annex \w .*", "", text)
        assert content.strip()


# How the file is made up


def test_tagged_with_title_and_language(pdf: Pdf) -> None:
    inside = pdf.objects()
    assert pdf.tagged
    assert pdf.metadata["Title"] == "PLANNER & Co – DICOM Conformance Statement"
    assert b"/Lang (en)" in inside
    assert b'pdfuaid:part="1"' in inside
    assert b"/Alt (A drawing)" in inside
    for kind in (b"/H1", b"/H6", b"/Table", b"/TH", b"/Caption", b"/Link", b"/Figure"):
        assert b"/S " + kind in inside
    assert b"/PageMode /UseOutlines" in inside


def test_no_dates_but_that_of_the_description(pdf: Pdf) -> None:
    assert set(re.findall(rb"D:\d+Z?", pdf.objects())) == {b"D:20020805", b"D:20020805000000Z"}


def test_description_comes_back_byte_for_byte(pdf: Pdf) -> None:
    assert extract_from_pdf(pdf.data) == sample().data
    assert b"/AFRelationship /Source" in pdf.objects()


def test_description_is_found_after_a_later_change(pdf: Pdf) -> None:
    """Signing and annotating append to a file."""
    appended = b"\n1 0 obj\n<</Type /Other>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"
    assert extract_from_pdf(pdf.data + appended) == sample().data


def damaged(data: bytes) -> Iterator[bytes]:
    start = data.index(b"/EmbeddedFile")
    stream = data.index(b"stream\n", start) + 7
    yield data[:stream] + bytes([data[stream + 40] ^ 255]) + data[stream + 1 :]
    yield data[: stream + 100]
    yield data[: stream + 100] + data[stream + 130 :]
    yield data.replace(b"/FlateDecode", b"/LZWDecode")
    yield data.replace(b"/CheckSum <", b"/CheckSum <0")
    yield data.replace(b"endstream", b"")
    needed = data.index(b"endstream", data.index(b"/ObjStm"))
    for cut in range(0, needed, needed // 50):
        yield data[:cut]


def test_damaged_files_give_nothing(pdf: Pdf) -> None:
    for number, data in enumerate(damaged(pdf.data)):
        assert extract_from_pdf(data) is None, number


def attached(content: bytes) -> bytes:
    """The least that is found: a file specification and a file, with a right checksum."""
    checksum = md5(content).hexdigest().encode()
    return (
        b"%PDF-1.7\n5 0 obj\n<</Type /Filespec/F (dcsgen-description.json)/EF <</F 6 0 R>>>>\nendobj\n"
        b"6 0 obj\n<</Type /EmbeddedFile/Params <</CheckSum <" + checksum + b">>>/Filter /FlateDecode>>\n"
        b"stream\n" + zlib.compress(content, 9) + b"\nendstream\nendobj\n"
    )


def test_only_so_much_is_unfolded() -> None:
    assert extract_from_pdf(attached(b"{}\n")) == b"{}\n"
    assert extract_from_pdf(attached(b" " * (embedding.LARGEST + 1))) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7 /EmbeddedFile",
        b"%PDF-1.7 5 0 obj <</Type /Filespec/F (dcsgen-description.json)/EF <</F 9 0 R>>>> endobj /EmbeddedFile",
        b"%PDF-1.7 5 0 obj <</Type /ObjStm/N 3/First 900/Filter /FlateDecode>> stream\n"
        + zlib.compress(b"1 0 x y z")
        + b"\nendstream /EmbeddedFile",
        b"1 0 obj " * 30_000 + b"/EmbeddedFile",
        attached(b"{}").replace(b"dcsgen-description", b"other"),
    ],
)
def test_foreign_files_give_nothing(data: bytes) -> None:
    assert extract_from_pdf(data) is None


# What happens, and does not, while it is made


class Told(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def told() -> Iterator[list[logging.LogRecord]]:
    """What WeasyPrint logs, warnings about style sheets too."""
    handler = Told()
    logging.getLogger("weasyprint").addHandler(handler)
    yield handler.records
    logging.getLogger("weasyprint").removeHandler(handler)


def test_own_templates_are_understood(
    told: list[logging.LogRecord], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    FORMAT.write(sample())
    assert [record.getMessage() for record in told] == []
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_a_dangling_link_in_the_prose_is_no_error(
    told: list[logging.LogRecord], capfd: pytest.CaptureFixture[str]
) -> None:
    FORMAT.write(statement(section("A", html='<p><a href="#nowhere">there</a></p>')))
    assert any("nowhere" in record.getMessage() for record in told), "WeasyPrint no longer tells"
    assert capfd.readouterr() == ("", "")


class Counting(BaseHTTPRequestHandler):
    requests: list[str]

    def do_GET(self) -> None:
        self.requests.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server on this machine, and the requests that it got."""
    requests: list[str] = []
    handler = type("Handler", (Counting,), {"requests": requests})
    with HTTPServer(("127.0.0.1", 0), handler) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}", requests
        http.shutdown()
        thread.join()


FETCHES = [
    '<img src="{url}" alt="">',
    '<div style="background: url({url})">x</div>',
    "<style>@import url({url});</style>",
    "<style>@font-face {{ font-family: x; src: url({url}) }} p {{ font-family: x }}</style>",
    '<link rel="stylesheet" href="{url}">',
    '<link rel="attachment" href="{url}">',
    '<a rel="attachment" href="{url}">x</a>',
    '<object data="{url}"></object>',
    '<svg viewBox="0 0 9 9"><title>t</title><image href="{url}" width="9" height="9"/></svg>',
]


@pytest.mark.parametrize("markup", FETCHES)
def test_nothing_is_fetched(markup: str, server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, requests = server
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret 4711")
    for url in (f"{address}/file", secret.as_uri()):
        (tmp_path / "cover.html").write_text("<p>cover</p>" + markup.format(url=url))
        with pytest.raises(DcsgenError, match=re.escape(f"{url} is not fetched")):
            FORMAT.write(statement(section("A"), folders=[tmp_path]))
    assert requests == []


def test_parts_of_other_drawings_are_left_out(server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, requests = server
    drawing = tmp_path / "secret.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect id="a" width="9" height="9" fill="#0f0"/></svg>')
    for url in (f"{address}/file", drawing.as_uri()):
        use = f'<svg viewBox="0 0 9 9"><title>t</title><use href="{url}#a"/></svg>'
        (tmp_path / "cover.html").write_text(use)
        assert b"0 1 0 rg" not in made(section("A"), folders=[tmp_path]).objects()
    assert requests == []


@pytest.mark.parametrize("url", ["file:///etc/hostname", "https://example.org/logo.png", "logo.png"])
def test_a_missing_picture_is_told(url: str, tmp_path: Path) -> None:
    (tmp_path / "cover.html").write_text(f'<p><img src="{url}" alt="Logo"></p>')
    with pytest.raises(DcsgenError, match=f"would be incomplete: .*{url}.*asset"):
        FORMAT.write(statement(section("A"), folders=[tmp_path]))


def test_pictures_of_the_vendors_folder_are_embedded(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#0f0"/></svg>'
    (tmp_path / "logo.svg").write_text(svg)
    (tmp_path / "cover.html").write_text("""<p><img src="{{ asset('logo.svg') }}" alt="Logo"></p>""")
    assert b"/Alt (Logo)" in made(section("A"), folders=[tmp_path]).objects()


def test_without_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(DcsgenError, match="pip; HTML works without it"):
        FORMAT.write(sample())


def test_without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    with pytest.raises(DcsgenError, match=f"apt-get install {packages}; HTML works"):
        FORMAT.write(sample())
    assert gc.isenabled()


def test_python_is_left_as_it_was() -> None:
    references = pydyf.PDF.page_references
    logger = logging.getLogger("weasyprint")
    handlers, propagate = list(logger.handlers), logger.propagate
    FORMAT.write(sample())
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert pydyf.PDF.page_references is references
    assert (logger.handlers, logger.propagate) == (handlers, propagate)
    gc.disable()
    try:
        with _haste.without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_pages_are_listed_once_but_never_too_few() -> None:
    def references(pdf: pydyf.PDF) -> list[tuple[bytes, ...]]:
        listed = []
        for _ in range(3):
            pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
            listed.append(pdf.page_references)
            assert pdf.page_references == listed[-1]
        return listed

    plain = references(pydyf.PDF())
    with _haste.pages_listed_once():
        kept = pydyf.PDF()
        assert references(kept) == plain
        assert kept.page_references is kept.page_references


def test_a_date_that_is_none() -> None:
    document = msgspec.structs.replace(CAPABILITY.document, date="2002-02-31")
    capability = msgspec.structs.replace(CAPABILITY, document=document)
    made_of = statement(section("A"), capability=capability)
    assert extract_from_pdf(FORMAT.write(made_of)) == made_of.data


def test_a_few_lines_get_no_page_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    style = "<style>@page { size: A5 } html { font: 9.5pt/1.45 sans-serif } p { margin: 0 0 2.6mm }</style>"

    def spills(paragraphs: int) -> bool:
        return len(lay_out(style + "<p>Text.</p>" * paragraphs, (), 0, False).pages) > 2

    sizes = range(20, 80)
    usual = bisect_left(sizes, True, key=spills)
    monkeypatch.setattr(_laying, "_LONELY", 0)
    assert 0 < bisect_left(sizes, True, key=spills) < usual < len(sizes)


@pytest.mark.parametrize("count", [57, 66, 123])
def test_no_page_for_a_short_list_of_figures_alone(count: int) -> None:
    tables = [Caption(id="t", label=f"Table A-{n}", title=f"Title {n}") for n in range(count)]
    figures = [Caption(id="f", label="Figure A-1", title="Flow")]
    pages = made(
        section("A", html='<p id="t">Tables and <span id="f">figures</span></p>'), tables=tables, figures=figures
    )
    (last,) = [page for page in pages.pages if "Figures" in page]
    assert last.count("Title ") >= 15


def test_many_captions_are_listed() -> None:
    tables = [Caption(id=f"t{n}", label=f"Table A-{n}", title=f"Title {n}") for n in range(120)]
    html = "".join(table(f"t{n}", body([("x", "y", "z")]), "short") for n in range(120))
    document = made(section("A", html=html), tables=tables)
    listed = " ".join(" ".join(document.pages[1:5]).split())
    for n in range(120):
        (page,) = re.findall(rf"Table A-{n} Title {n}(?: \.)+ (\d+)", listed)
        assert int(page) == document.page_of(f"Caption of t{n}\n") + 1
