"""A document with change marks in a real browser: accessible, with and without script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from changed_example import small

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
axe = pytest.importorskip("axe_playwright_python", reason="needs the Python package axe-playwright-python")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's package chromium")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOWN = "element => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    file = small(tmp_path_factory.mktemp("changes"))
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

        def open_page(width: int = 1400, **settings: Any) -> Any:
            page = browser.new_context(viewport={"width": width, "height": 900}, **settings).new_page()
            page.goto(file.as_uri())
            return page

        yield open_page
        browser.close()


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
def test_accessible(opened: Any, width: int, scheme: str) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    assert [
        (rule["id"], node["target"], node["failureSummary"]) for rule in found["violations"] for node in rule["nodes"]
    ] == []


@pytest.mark.parametrize("width", [320, 800, 1400])
def test_the_page_never_moves_sideways(opened: Any, width: int) -> None:
    assert opened(width).evaluate("document.documentElement.scrollWidth") <= width


def test_marks_do_not_need_colour(opened: Any) -> None:
    page = opened()
    lines = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator("main ins").first.evaluate(lines) == "underline"
    assert page.locator("main del").first.evaluate(lines) == "line-through"


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_removed_can_be_hidden_without_moving_the_rest(opened: Any, scripts: bool) -> None:
    page = opened(java_script_enabled=scripts)
    table = page.locator("#accepted-contexts-archive-archive table")
    role = table.locator("tbody td", has_text="SCP").first
    gone = page.locator('tr[data-change="removed"]').first
    section = page.locator('section[data-change="removed"]').first
    before = role.bounding_box()["x"]
    assert gone.evaluate(SHOWN)
    assert section.evaluate(SHOWN)
    page.get_by_label("Hide what was removed").check()
    assert not gone.evaluate(SHOWN)
    assert not section.evaluate(SHOWN)
    assert not page.locator("section del").first.evaluate(SHOWN)
    assert abs(role.bounding_box()["x"] - before) < 1
    assert role.evaluate(SHOWN)


def test_a_link_leads_from_change_to_change_without_script(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    page.locator(".changes a").first.click()
    seen = []
    for _ in range(30):
        target = page.evaluate("location.hash")
        seen.append(target)
        if target == "#changes":
            break
        page.locator(f"{target} > .onwards a").click()
    listed = page.locator(".changes a").evaluate_all("links => links.map(link => link.hash)")
    assert seen == [*listed, "#changes"]


def test_buttons_lead_to_each_change_by_keyboard(opened: Any) -> None:
    page = opened()
    onwards = page.get_by_role("button", name="Next change", exact=True)
    onwards.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('changed-now')")
    assert "Change 1 of" in page.locator(".found", has_text="Change").inner_text()
    onwards.focus()
    page.keyboard.press("Enter")
    assert "Change 2 of" in page.locator(".found", has_text="Change").inner_text()
    page.get_by_role("button", name="Previous change", exact=True).click()
    assert "Change 1 of" in page.locator(".found", has_text="Change").inner_text()
