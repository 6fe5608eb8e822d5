"""The examples' statements, pinned: resolved data, the HTML as a reader sees it, and the PDF's bookmarks."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from dcsgen import api
from dcsgen.model import Capability, encode

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


LAYOUTS = ("overview", "ps3.2-annex-a", "ps3.2-annex-n", "tr62266")


@cache
def host() -> api.Host:
    return api.open_host(folders=[ROOT / "plugins"])


@cache
def capability(name: str) -> Capability:
    """What an example says."""
    loaded = api.load(ROOT / EXAMPLES[name], host())
    assert loaded.capability is not None, loaded.findings
    return loaded.capability


def without_findings(name: str, folder: Path, layout: str, formats: list[str]) -> Path:
    """The files of an example in a layout, as a path without suffix; nothing is found that is not accepted."""
    file = ROOT / EXAMPLES[name]
    accepting = api.configuration([file])
    result = api.build(file, out=folder, formats=formats, layout=layout, host=host(), configuration=accepting)
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


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_resolved_data(name: str, request: pytest.FixtureRequest) -> None:
    compare(encode(capability(name)).decode(), f"{name}.json", request)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_words_of_the_html(name: str, layout: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    page = without_findings(name, tmp_path, layout, ["html"]).with_suffix(".html")
    text = re.sub(r"dcsgen \d+\.\d+\.\d+", "dcsgen VERSION", page.read_text("utf-8"))
    compare(words_of(text), f"{name}.{layout}.html.txt", request)
    assert api.extract(page) == encode(capability(name))


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_other_formats(name: str, layout: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    # Paper takes ten seconds for some: the layout that an example has, and two pages. benchmarks/examples.py has all.
    own = capability(name).document.layout
    paper = ["pdf"] if layout in ("overview", own) else []
    built = without_findings(name, tmp_path, layout, ["docx", "md", "json", *paper])
    for suffix in ("docx", "md", "json", *paper):
        assert api.extract(built.with_suffix(f".{suffix}")) == encode(capability(name)), suffix
    if layout == own:
        compare(bookmarks_of(built.with_suffix(".pdf")), f"{name}.pdf.txt", request)
    if layout == "overview":
        assert len(pypdfium2.PdfDocument(built.with_suffix(".pdf"))) <= 2


def test_no_golden_file_is_an_orphan() -> None:
    suffixes = (".json", ".pdf.txt", *(f".{layout}.html.txt" for layout in LAYOUTS))
    expected = {f"{name}{suffix}" for name in EXAMPLES for suffix in suffixes}
    assert {file.name for file in GOLDEN.iterdir()} == expected
