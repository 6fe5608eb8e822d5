"""Long documents are laid out in pieces: nothing of that is to be seen in the PDF, and its bytes do not tell how."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import md5
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from format_statements import FIGURE, UID, body, section, statement, table
from msgspec import structs

from dcsgen.base import cache, processes
from dcsgen.base.embedding import extract_from_pdf
from dcsgen.base.errors import DcsgenError
from dcsgen.builtin.format import _laying, _paper, _pieces
from dcsgen.builtin.format._page import page_text
from dcsgen.builtin.format.pdf_format import FORMAT
from dcsgen.plugin import Caption, Statement

ROWS = 50


def rows(count: int = ROWS, word: str = "Refused if longer than 12 characters.") -> str:
    return body([("Patient ID", UID, word)] * count)


def long_statement(word: str = "Refused.", folders: tuple[Path, ...] = (), extra: str = "") -> Statement:
    """A document with all that crosses the borders of pieces: links both ways, chapters, pages on their side."""
    here = (
        '<p>See <a class="xref" href="#s-c-1">section C.1</a>, <a href="#s-b">B</a>, <a href="#nowhere">this</a>.</p>'
    )
    there = '<p>See <a class="xref" href="#s-a-1">section A.1</a> and <a href="https://dicom.nema.org/">DICOM</a>.</p>'
    tables = [Caption(id=f"t{n}", label=f"Table {n}", title=f"Rows of {n}") for n in range(6)]
    return statement(
        section(
            "A",
            "Statement",
            extra,
            section("A.1", "Introduction", here + table("t0", rows())),
            section("A.2", "Model", "", section("A.2.1", "Flow", FIGURE + table("t1", rows()))),
            section("A.3", "Attributes", table("t2", rows(word=word)), landscape=True),
        ),
        section("B", "Codes & more", there + table("t3", rows())),
        section("C", "Rest", "", section("C.1", "Last", f"{there}<p>{word}</p>{table('t4', rows())}")),
        section("D", "Wide", "", section("D.1", "Wide one", table("t5", rows()), landscape=True)),
        tables=tables,
        figures=[Caption(id="figure-1", label="Figure A-1", title="Flow")],
        folders=folders,
    )


@pytest.fixture(scope="module", autouse=True)
def small_pieces() -> Iterator[None]:
    """Pieces of a few pages, so that documents of these tests have some."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_pieces, "ENOUGH", 45)
        patch.setattr(_pieces, "FEW", 12)
        patch.setattr(_pieces, "WORTH_IT", 120)
        # Whether the last page has only a few lines is another matter for a piece than for the whole.
        patch.setattr(_laying, "_LONELY", 0)
        yield


@pytest.fixture(scope="module")
def pieces() -> bytes:
    with processes.at_most(2):
        return FORMAT.write(long_statement())


@pytest.fixture(scope="module")
def whole() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_paper, "cut", lambda html: None)
        return FORMAT.write(long_statement())


def cut(of: Statement) -> _pieces.Cut | None:
    return _pieces.cut(page_text(of, "print.html"))


def links(data: bytes) -> list[tuple[int, int, float]]:
    """The links inside a PDF: page, page to which it leads, height there; fails for one that leads nowhere."""
    with pikepdf.open(BytesIO(data)) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = {str(names[n]): names[n + 1] for n in range(0, len(names), 2)}
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        found = []
        for number, page in enumerate(pdf.pages):
            for annotation in page.obj.get("/Annots", ()):
                assert int(annotation.F) == 4
                if "/Dest" in annotation:
                    place = places[str(annotation.Dest)]
                    found.append((number, numbers[place[0].objgen], round(float(place[3]))))
        return found


def test_there_are_pieces() -> None:
    found = cut(long_statement())
    assert found is not None
    assert len(found.bodies) == 5
    assert found.elsewhere[1] == {"s-c-1", "s-b"}


def test_the_pages_are_the_same(pieces: bytes, whole: bytes) -> None:
    one, other = pypdfium2.PdfDocument(pieces), pypdfium2.PdfDocument(whole)
    assert len(one) == len(other) > 12
    assert one.get_metadata_dict() == other.get_metadata_dict()
    for page, like in zip(one, other, strict=True):
        assert page.get_size() == like.get_size()
        assert page.get_textpage().get_text_range() == like.get_textpage().get_text_range()
        assert page.render(scale=0.7).to_pil().tobytes() == like.render(scale=0.7).to_pil().tobytes()


def test_bookmarks_and_links_lead_where_they_led(pieces: bytes, whole: bytes) -> None:
    def bookmarks(data: bytes) -> list[tuple[int, str, int, float]]:
        toc = pypdfium2.PdfDocument(data).get_toc(max_depth=20)
        return [
            (item.level, item.get_title(), (to := item.get_dest()).get_index(), round(to.get_view()[1][1]))
            for item in toc
        ]

    assert bookmarks(pieces) == bookmarks(whole)
    assert len(bookmarks(pieces)) == len(long_statement().sections) + 6 + 3
    assert links(pieces) == links(whole)
    assert len({page for page, _, _ in links(pieces)}) == 4


def test_the_file_is_attached(pieces: bytes, whole: bytes) -> None:
    assert extract_from_pdf(pieces) == extract_from_pdf(whole) == long_statement().data
    with pikepdf.open(BytesIO(pieces)) as pdf:
        (file,) = pdf.Root.AF
        assert file.AFRelationship == "/Source"
        assert file.EF.F.Params.Size == len(long_statement().data)


def test_the_structure_is_one_tree(pieces: bytes, whole: bytes) -> None:
    assert structure(pieces) == structure(whole)


def structure(data: bytes) -> dict[str, int]:
    """How often each element occurs in the structure tree; fails where the tree contradicts itself."""
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        keys = [int(key) for key in numbers[::2]]
        assert keys == sorted(set(keys))
        parents = dict(zip(keys, numbers[1::2], strict=True))
        counts: dict[str, int] = {}
        names, headers = [], set()
        todo = [(tree.K[0], tree)]
        while todo:
            element, parent = todo.pop()
            assert element.P.objgen == parent.objgen
            counts[str(element.S)] = counts.get(str(element.S), 0) + 1
            names += [bytes(element.ID)] if "/ID" in element else []
            headers |= {bytes(name) for name in element.get("/A", {}).get("/Headers", ())}
            kids = [kid for kid in element.get("/K", ()) if isinstance(kid, pikepdf.Dictionary)]
            todo += [(kid, element) for kid in kids if "/S" in kid]
        assert len(names) == len(set(names))
        assert headers <= set(names)
        for page in pdf.pages:
            assert len(parents[int(page.obj.StructParents)]) > 0 or page.index == 0
            for annotation in page.obj.get("/Annots", ()):
                own = parents[int(annotation.StructParent)]
                assert any(kid.get("/Obj") == annotation for kid in own.K if isinstance(kid, pikepdf.Dictionary))
        assert str(pdf.Root.Lang) == "en"
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)
        assert bool(pdf.Root.MarkInfo.Marked)
        return counts


def test_what_stands_in_the_margins_is_no_text(pieces: bytes) -> None:
    with pikepdf.open(BytesIO(pieces)) as pdf:
        for page in pdf.pages:
            last = page.obj.Contents[-1].read_bytes()
            assert b"/Artifact <</Type /Pagination>> BDC\nq /Margins Do Q\nEMC" in last


@pytest.mark.parametrize("allowed", [1, 3])
def test_same_bytes_with_any_number_of_processes(pieces: bytes, allowed: int) -> None:
    with processes.at_most(allowed):
        assert FORMAT.write(long_statement()) == pieces


def test_same_bytes_without_other_processes(pieces: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_paper, "can_copy", lambda: False)
    assert FORMAT.write(long_statement()) == pieces


def test_same_bytes_from_the_cache_and_only_what_changed_is_made(
    pieces: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made: list[list[str]] = []
    done = _paper._done

    def counted(works: list[_paper._Work]) -> list[_paper.Laid]:
        made.append([work.function.__name__ for work in works])
        return done(works)

    monkeypatch.setattr(_paper, "_done", counted)
    with cache.keeping(True):
        assert FORMAT.write(long_statement()) == pieces
        assert [len(works) for works in made] == [6, 2]
        made.clear()
        assert FORMAT.write(long_statement()) == pieces
        assert made == [[], []]
        made.clear()
        # A word in two pieces, and as many pages as before: the margins stay as they are.
        changed = FORMAT.write(long_statement(word="Rejected."))
        assert made == [["lay_out"] * 2, []]
    assert changed == FORMAT.write(long_statement(word="Rejected.")) != pieces


def test_a_damaged_piece_is_made_again(pieces: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with cache.keeping(True):
        FORMAT.write(long_statement())
        for file in (tmp_path / "dcsgen" / cache.RESULTS).iterdir():
            key, content = file.name, file.read_bytes()
            # Sealed as it should be, but no piece.
            cache.Store(file.parent).put(key, b"\x93" + content[40:80])
        assert FORMAT.write(long_statement()) == pieces


def test_where_it_is_cut_does_not_depend_on_words() -> None:
    def borders(found: _pieces.Cut | None) -> list[list[str]]:
        assert found is not None
        return [re.findall(r'<h\d id="([^"]+)"', piece) for piece in found.bodies]

    assert borders(cut(long_statement())) == borders(cut(long_statement(word="Refused, for a reason. " * 9)))


def test_it_is_cut_only_where_a_new_page_begins_anyway() -> None:
    chapters = [section(f"1.{n}", "", table(f"t{n}", rows())) for n in range(1, 6)]
    assert cut(statement(section("1", "", "", *chapters))) is None
    wide = [structs.replace(chapter, landscape=chapter.number == "1.3") for chapter in chapters]
    found = cut(statement(section("1", "", "", *wide)))
    assert found is not None
    assert [re.findall(r'id="(s-[^"]+)"', piece)[0] for piece in found.bodies] == ["s-1", "s-1-3", "s-1-4"]


@pytest.mark.parametrize(
    "style",
    [
        "h1 { counter-increment: chapter }",
        "small { float: footnote }",
        ".head { position: running(head) }",
        "@page:left { margin: 1cm }",
        ".xref::after { content: target-counter(attr(href), page) }",
        "h1 { break-before: right }",
        "@page { @top-left { content: string(chapter, start) } }",
        ".new-page { break-before: auto }",
        ".level-2 { page: own }",
    ],
)
def test_a_style_that_joins_pages_keeps_the_document_whole(style: str, tmp_path: Path) -> None:
    (tmp_path / "brand.css").write_text(
        f"/* a footnote of ours */ .toc a {{ color: red; break-after: avoid }}\n{style}"
    )
    assert cut(long_statement(folders=(tmp_path,))) is None
    (tmp_path / "brand.css").write_text("/* a footnote of ours */ .toc a { color: red }")
    assert cut(long_statement(folders=(tmp_path,))) is not None


def test_a_style_inside_of_a_section_counts_too() -> None:
    assert cut(long_statement(extra="<p>A footnote, position: fixed, is text.</p>")) is not None
    assert cut(long_statement(extra='<p style="position: fixed">Draft</p>')) is None


def test_pages_of_a_vendors_own_stay_whole(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "print.html").write_text("<html><body>" + "<p>Text</p>" * 2000 + "</body></html>")
    assert cut(long_statement(folders=(tmp_path,))) is None


def test_a_file_that_is_missing_in_a_piece_is_told() -> None:
    with pytest.raises(DcsgenError, match=r"would be incomplete: .*logo\.png"):
        FORMAT.write(long_statement(extra='<p><img src="logo.png" alt="Logo"></p>'))


def test_without_pikepdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(DcsgenError, match="a long PDF needs the Python package pikepdf"):
        FORMAT.write(long_statement())


def test_a_checksum_is_read_however_it_is_written(pieces: bytes) -> None:
    data = long_statement().data
    digest = md5(data).digest()
    literal = b"(" + re.sub(rb"[\\()\r\n]", lambda found: b"\\%03o" % found[0][0], digest) + b")"
    hexadecimal = f"<{digest.hex()}>".encode()
    file = (
        b"%%PDF-1.7\n5 0 obj\n<</Type /Filespec/F (dcsgen-description.json)/EF <</F 6 0 R>>>>\nendobj\n"
        b"6 0 obj\n<</Type /EmbeddedFile/Length %d/Params <</CheckSum %s>>>>\nstream\n%s\nendstream\nendobj\n"
    )
    for form in (literal, hexadecimal):
        assert extract_from_pdf(file % (len(data), form, data)) == data
    assert extract_from_pdf(file % (len(data), literal, data.replace(b"PLANNER", b"planner"))) is None
