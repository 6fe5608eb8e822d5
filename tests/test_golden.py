"""The examples' statements, pinned: resolved data, the HTML as a reader sees it, and the PDF's bookmarks."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pypdfium2
import pytest

from dcsgen import api

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    "xyz": "examples/xyz/xyz.yaml",
    "dcmqrscp": "examples/dcmqrscp/dcmqrscp.yaml",
    "archive": "examples/archive/archive.yaml",
    "modality": "examples/modality/modality.yaml",
    "dicomweb-server": "examples/dicomweb-server/dicomweb-server.yaml",
    "planning": "examples/planning/planning.yaml",
}


LAYOUTS = ("overview", "ps3.2-annex-a", "ps3.2-annex-n")
"""Layouts of which the HTML is pinned beside that of `tr62266`."""


@pytest.fixture(scope="module", params=sorted(EXAMPLES))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of one example."""
    folder = tmp_path_factory.mktemp(request.param)
    return without_findings(request.param, folder, "tr62266", ["html", "pdf", "docx", "md", "json"])


def without_findings(name: str, folder: Path, layout: str, formats: list[str]) -> Path:
    """The files of an example in a layout, as a path without suffix; nothing is found that is not accepted."""
    host = api.open_host(folders=[ROOT / "plugins"])
    file = ROOT / EXAMPLES[name]
    accepting = api.configuration([file])
    result = api.build(file, out=folder, formats=formats, layout=layout, host=host, configuration=accepting)
    assert [f"{found.place} {found.message}" for found in result.findings if not found.accepted] == []
    return folder / name


def words_of(page: str) -> str:
    """The text of the document, a block a line, without scripts, styles and pictures."""
    for element in ("script", "style", "svg"):
        page = re.sub(f"<{element}[ >].*?</{element}>", "", page, flags=re.DOTALL)
    page = re.sub("(?i)</(td|th)>", " | ", page)
    page = re.sub("(?i)<br>|</dt>|<span class=.(?:note|line)", r" \g<0>", page)
    page = re.sub("(?i)</?(p|h[1-6]|tr|li|caption|section|div|figcaption|nav|summary|details)[^>]*>", "\n", page)
    text = html.unescape(re.sub("<[^>]+>", "", page))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def bookmarks_of(pdf: Path) -> str:
    """The bookmarks, indented by level; page numbers depend on fonts and are not pinned."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join(f"{'  ' * item.level}{item.get_title()}\n" for item in document.get_toc(max_depth=20))


def compare(actual: str, name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / name
    if request.config.getoption("--update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(actual, encoding="utf-8")
    assert golden.exists(), f"{golden} is missing; write it with pytest --update and read it"
    assert actual == golden.read_text("utf-8")


def test_resolved_data(built: Path, request: pytest.FixtureRequest) -> None:
    compare(built.with_suffix(".json").read_text("utf-8"), f"{built.name}.json", request)


def page_of(built: Path) -> str:
    return re.sub(r"dcsgen \d+\.\d+\.\d+", "dcsgen VERSION", built.with_suffix(".html").read_text("utf-8"))


def test_words_of_the_html(built: Path, request: pytest.FixtureRequest) -> None:
    compare(words_of(page_of(built)), f"{built.name}.html.txt", request)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_words_of_the_html_in_other_layouts(
    name: str, layout: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    built = without_findings(name, tmp_path, layout, ["html"])
    compare(words_of(page_of(built)), f"{name}.{layout}.html.txt", request)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_other_layouts_are_printed(name: str, layout: str, tmp_path: Path) -> None:
    built = without_findings(name, tmp_path, layout, ["pdf", "docx", "md", "json"])
    data = built.with_suffix(".json").read_bytes()
    assert [api.extract(built.with_suffix(suffix)) == data for suffix in (".pdf", ".docx", ".md")] == [True] * 3
    if layout == "overview":
        assert len(pypdfium2.PdfDocument(built.with_suffix(".pdf"))) <= 2


def test_bookmarks_of_the_pdf(built: Path, request: pytest.FixtureRequest) -> None:
    compare(bookmarks_of(built.with_suffix(".pdf")), f"{built.name}.pdf.txt", request)


def test_what_the_documents_carry_is_the_data(built: Path) -> None:
    data = built.with_suffix(".json").read_bytes()
    for suffix in (".html", ".pdf", ".docx", ".md", ".json"):
        assert api.extract(built.with_suffix(suffix)) == data, suffix


def test_no_golden_file_is_an_orphan() -> None:
    suffixes = (".json", ".html.txt", ".pdf.txt", *(f".{layout}.html.txt" for layout in LAYOUTS))
    expected = {f"{name}{suffix}" for name in EXAMPLES for suffix in suffixes}
    assert {file.name for file in GOLDEN.iterdir()} == expected
