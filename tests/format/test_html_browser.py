"""The HTML file in a real browser: accessible by axe-core, narrow and wide, light and dark, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from format_statements import body, sample, section, statement, table

from browsing import MARKS, assert_accessible, opening
from dcsgen import api
from dcsgen.builtin.format.html_format import FORMAT
from dcsgen.plugin import Statement

pytestmark = MARKS


def large() -> Statement:
    """The sample with a wide table and enough sections to scroll."""
    made = sample()
    rows = body([(f"Attribute {n}", "1.2.840.10008.5.1.4.1.1.481.5", "Must be there.") for n in range(40)])
    more = [section(f"C.{n}", f"Part {n}", "<p>Text of a part.</p>" * 6) for n in range(1, 15)]
    return statement(
        *made.sections,
        section("C", "Parts", table("table-wide", rows), *more),
        tables=made.tables,
        figures=made.figures,
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "statement.html"
    path.write_bytes(FORMAT.write(large()))
    return path


@pytest.fixture
def opened(browser: Any, file: Path) -> Iterator[Any]:
    """A function that opens the page; at the end nothing but the file itself may have been asked for."""
    with opening(browser, file.as_uri()) as made:
        yield made.page
    assert set(made.requests) == {file.as_uri()}


def until(page: Any, condition: str) -> None:
    """Wait for a condition in the page, whose policy keeps Playwright's own waiting out: that runs inside the page."""
    for _ in range(250):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"not within five seconds: {condition}")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
def test_accessible(opened: Any, width: int, scheme: str) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    assert_accessible(page, passes=25)


@pytest.mark.parametrize("width", [320, 400, 800, 1000, 1400, 2200])
def test_the_page_never_moves_sideways(opened: Any, width: int) -> None:
    page = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 400])
def test_no_tag_and_no_heading_of_a_column_is_broken(browser: Any, root: Path, tmp_path: Path, width: int) -> None:
    host = api.open_host(folders=[root / "plugins"])
    (file,) = api.build(
        root / "examples/xyz/xyz.yaml", out=tmp_path, formats=["html"], layout="ps3.2-annex-n", host=host
    ).paths
    with opening(browser, file.as_uri()) as made:
        assert made.page(width).evaluate(_BROKEN) == []


_BROKEN = """() => {
  const broken = [], range = document.createRange();
  for (const cell of document.querySelectorAll("td.code, thead th")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); )
      for (const word of node.data.matchAll(/\\S+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.push(word[0]);
      }
  }
  return broken;
}"""
"""The words in Tags and in headings of columns that go on in the next line."""


def test_a_wide_table_moves_in_its_region_by_keys(opened: Any) -> None:
    page = opened(320)
    region = page.locator('[aria-labelledby="table-wide"]')
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    until(page, """document.querySelector('[aria-labelledby="table-wide"]').scrollLeft > 0""")
    wide = opened(2200)
    assert wide.locator('[aria-labelledby="table-wide"]').get_attribute("tabindex") is None


def test_without_script(opened: Any) -> None:
    page = opened(1400, java_script_enabled=False)
    assert page.locator(".tree a").first.is_visible()
    assert not page.locator("button").count()
    folded = page.locator(".tree a", has_text="A.2.1.1 ").first
    assert not folded.is_visible()
    page.locator("summary", has_text="A.2 Model: sub-sections").click()
    page.locator("summary", has_text="A.2.1 Flow: sub-sections").click()
    assert folded.is_visible()
    narrow = opened(320, java_script_enabled=False)
    assert not narrow.locator(".tree").is_visible()
    assert narrow.locator("#contents-of-document").is_visible()


def test_skip_link(opened: Any) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "document"


def test_filter(opened: Any) -> None:
    page = opened()
    page.get_by_label("Filter sections").fill("title a.2.1.1.1.1.1")
    hit = page.locator(".tree a", has_text="A.2.1.1.1.1.1")
    assert hit.is_visible()
    assert not page.locator(".tree a", has_text="Introduction").is_visible()
    assert page.locator(".found").text_content() == "1 section"
    page.keyboard.press("Escape")
    assert page.locator(".tree a", has_text="Introduction").is_visible()
    assert not hit.is_visible()


def test_current_section_is_marked(opened: Any) -> None:
    page = opened()
    assert page.locator(".tree [aria-current]").count() == 0
    page.evaluate("document.getElementById('s-a-2-1-1-1').scrollIntoView()")
    page.wait_for_selector(".tree [aria-current=location]")
    current = page.locator(".tree [aria-current]")
    assert current.count() == 1
    assert current.get_attribute("href") == "#s-a-2-1-1-1"
    assert current.is_visible()


def test_colours_are_chosen_and_remembered(opened: Any) -> None:
    page = opened(color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    box = "getComputedStyle(document.querySelector('.dg-box')).fill"
    light, light_box = page.evaluate(ground), page.evaluate(box)
    page.get_by_role("button", name="Dark colours").click()
    dark = page.evaluate(ground)
    assert dark != light
    assert page.evaluate(box) != light_box
    page.reload()
    assert page.evaluate(ground) == dark
    assert opened(color_scheme="dark").evaluate(ground) == dark
    page.emulate_media(media="print")
    assert page.evaluate(ground) == light


def test_link_to_a_section_is_copied(opened: Any, file: Path) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator("#s-a-1 > .heading").hover()
    button = page.get_by_role("button", name="Copy link to A.1 Introduction")
    size = button.bounding_box()
    assert size["width"] >= 24
    assert size["height"] >= 24
    button.click()
    until(page, "document.querySelector('.message').textContent !== ''")
    assert page.locator(".message").text_content() == "Link copied"
    assert page.evaluate("navigator.clipboard.readText()") == f"{file.as_uri()}#s-a-1"


def test_sheet_of_sections_on_narrow_screens(opened: Any) -> None:
    page = opened(400)
    menu = page.get_by_role("button", name="Sections")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.click()
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "filter"
    page.keyboard.press("Escape")
    assert not page.locator(".tree").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Sections"
    menu.click()
    page.locator(".tree a", has_text="Introduction").click()
    assert not page.locator(".tree").is_visible()
    assert page.url.endswith("#s-a-1")


def test_targets_are_large_enough(opened: Any) -> None:
    """WCAG 2.2, 2.5.8: links that stand alone and buttons measure at least 24 by 24 pixels."""
    page = opened()
    small = page.evaluate(
        """[...document.querySelectorAll('.tree a, .tree summary, .contents a, button, input, .captions summary')]
            .filter(each => each.checkVisibility())
            .map(each => [each.textContent, each.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
    )
    assert small == []


def test_printed_page_is_the_document_alone(opened: Any) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert not page.locator(".tree").is_visible()
    assert page.locator("#s-a-1").is_visible()
