"""The review page of a PDF: pictures of places, each once; what is shown first; how large it becomes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from dcsgen import api
from dcsgen.base.draft import Draft, Evidence, Fact, Method, Origin
from dcsgen.ingest.review import MOST_PICTURES, review

pytest.importorskip("pypdfium2", reason="needs the extra dcsgen[import]")

CT = "1.2.840.10008.5.1.4.1.1.2"
PAGE = f"""<style>table, td, th {{ border: 1px solid; border-collapse: collapse; font-size: 9pt }}</style>
<h1>ARCHIVE DICOM Conformance Statement</h1><h2>STORE AE Specification</h2>
<table><tr><th>Abstract Syntax</th><th>UID</th><th>Transfer Syntax</th><th>UID</th><th>Role</th></tr>
<tr><td>CT Image Storage</td><td>{CT}</td><td>Implicit VR Little Endian</td><td>1.2.840.10008.1.2</td><td>SCP</td></tr>
<tr><td>Our Own Storage</td><td>{CT}.9999</td><td>Implicit VR Little Endian</td><td>1.2.840.10008.1.2</td>
<td>SCP</td></tr></table>"""


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from weasyprint import HTML

    path = tmp_path_factory.mktemp("pdf") / "archive.pdf"
    HTML(string=PAGE).write_pdf(path)
    return path


@pytest.fixture(scope="module")
def draft(file: Path, host: api.Host) -> Draft:
    return api.read_draft(file, host)


@pytest.fixture(scope="module")
def page(draft: Draft, file: Path, host: api.Host) -> str:
    return api.draft_as("review", draft, file, host).decode()


def test_each_fact_stands_beside_the_picture_of_its_row(page: str) -> None:
    pictures = re.findall(r'<image id="(\S+)"', page)
    assert len(pictures) == len(set(pictures))
    assert set(re.findall(r'<use href="#(\S+)"/>', page)) == set(pictures)
    assert "page 1, table 1, row 2" in page
    assert page.count("data:image/png;base64,") == len(pictures)


def test_pictures_show_what_stands_there(draft: Draft, file: Path) -> None:
    from io import BytesIO

    from PIL import Image

    from dcsgen.builtin.importer.pdf import IMPORTER

    strips = review(draft).strips
    assert strips
    for picture in IMPORTER.pictures(file, strips):
        drawn = Image.open(BytesIO(picture.data)).convert("L")
        dark, light = drawn.getextrema()
        assert dark < 80
        assert light > 200
        assert abs(drawn.width / drawn.height - picture.width / (picture.strip.bottom - picture.strip.top)) < 1


def test_what_is_doubtful_comes_first(page: str, draft: Draft) -> None:
    assert next(part.anchor for part in review(draft).parts) == "doubtful"
    order = [page.index(f'id="{anchor}"') for anchor in ("doubts", "doubtful", "sure")]
    assert order == sorted(order)


def test_the_place_in_a_report_is_the_page(file: Path, host: api.Host, draft: Draft) -> None:
    loaded = api.read_side(str(file), host)
    (name,) = draft.description["services"]
    place = loaded.tree.place(("services", name))
    assert str(place) == f"{file}, page 1, table 1, row 2"


def test_thousands_of_facts_have_a_picture_for_a_row_and_not_too_many() -> None:
    def fact(row: int, field: int) -> Fact:
        place = Evidence(page=row // 40 + 1, box=(50, row % 40 * 15.0, 500, row % 40 * 15.0 + 14), table=1, row=row)
        return Fact(
            path=("status_tables", f"t{row}", f"f{field}"),
            value=f"{row} {field}",
            evidence=(structs.replace(place, text=f"row {row}"),),
            method=Method.NAME,
            confidence=0.95,
        )

    draft = Draft(
        tool="dcsgen",
        version="1",
        origin=Origin(file="x.pdf", sha256="", format="pdf"),
        description={"product": {"name": "", "version": "", "vendor": ""}},
        facts=tuple(fact(row, field) for row in range(1000) for field in range(2)),
    )
    shown = review(draft)
    cards = [card for part in shown.parts for group in part.groups for card in group.cards]
    assert [len(card.items) for card in cards] == [2] * 1000
    assert len(shown.strips) == MOST_PICTURES
