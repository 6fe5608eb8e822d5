"""The Word file in a word processor: LibreOffice opens it and finds all that the HTML says."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from dcsgen import api

pytestmark = pytest.mark.slow

OFFICE = shutil.which("libreoffice") or shutil.which("soffice")


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The XYZ statement as HTML and DOCX, and the PDF that LibreOffice makes of the latter."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("office")
    host = api.open_host(folders=[root / "plugins"])
    api.build(root / "examples/xyz/xyz.yaml", out=folder, formats=["html", "docx"], layout="tr62266", host=host)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "xyz.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "xyz"


def letters(text: str) -> str:
    """Text without white space, which line breaks change."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def pages(built: Path) -> list[str]:
    document = pypdfium2.PdfDocument(built.with_suffix(".pdf"))
    return [letters(page.get_textpage().get_text_range().replace("\ufffe", "")) for page in document]


def test_every_cell_and_paragraph_is_there(built: Path, pages: list[str]) -> None:
    page = built.with_suffix(".html").read_text("utf-8")
    main = page[page.index('<section id="statement"') : page.index("</main>")]
    main = re.sub("<svg .*?</svg>|<desc .*?</desc>", "", main, flags=re.DOTALL)
    texts = re.findall(r"<(td|th|p|li|caption|figcaption)\b[^>]*>(.*?)</\1>", main, re.DOTALL)
    wanted = {letters(html.unescape(re.sub("<[^>]*>", "", inner))) for _, inner in texts if "<li" not in inner}
    assert len(wanted) > 1000
    whole = "".join(
        re.sub(r"^.{0,80}?revision\d\.\d|XYZ/CompanyOncologySystemsLtdPage\d+of\d+$", "", text) for text in pages
    )
    missing = [text for text in wanted if text not in whole]
    # What goes over the end of a page has the headings of the table between.
    assert len(missing) < len(wanted) / 100, missing[:10]


def test_headings_have_their_numbers(built: Path, pages: list[str]) -> None:
    page = built.with_suffix(".html").read_text("utf-8")
    whole = "".join(pages)
    headings = re.findall(r'<h[2-6][^>]*class="level-[^>]*>(.*?)</h[2-6]>', page)
    assert len(headings) > 100
    assert [each for each in headings if letters(html.unescape(re.sub("<[^>]*>", "", each))) not in whole] == []


def test_captions_have_their_numbers(built: Path, pages: list[str]) -> None:
    page = built.with_suffix(".html").read_text("utf-8")
    # The lists of tables and figures, which come first, hold captions too.
    begin = max(index for index, text in enumerate(pages) if "A.1.1ScopeandFieldofApplication" in text)
    whole = "".join(pages[begin:])
    captions = re.findall(r"<(caption|figcaption)\b[^>]*>(.*?)</\1>", page, re.DOTALL)
    assert len(captions) > 80
    found = [letters(html.unescape(re.sub("<[^>]*>", "", inner))) for _, inner in captions]
    assert [caption for caption in found if caption not in whole] == []


def test_pages_are_counted_and_turned(built: Path, pages: list[str]) -> None:
    document = pypdfium2.PdfDocument(built.with_suffix(".pdf"))
    assert all(f"Page{number}of{len(pages)}" in text for number, text in enumerate(pages[1:], 2))
    assert "Page" not in pages[0], "the cover has no footer"
    turned = {page.get_width() > page.get_height() for page in document}
    assert turned == {True, False}
