"""The page about a matrix in a real browser: accessible, by keyboard, with and without script, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from matrices import lossy, text_in

from browsing import MARKS, Opening, assert_accessible, chromium, opening

pytestmark = MARKS


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opening]:
    file = tmp_path / "matrix.html"
    # It has all that the page of another matrix can have.
    file.write_text(text_in("html", lossy()), "utf-8")
    with opening(browser, file.as_uri()) as found:
        yield found
    assert set(found.requests) == {file.as_uri()}


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light")])
def test_accessible(opened: Opening, width: int, scheme: str) -> None:
    page = opened.page(width, color_scheme=scheme, bypass_csp=True)
    page.get_by_label("Every table").check()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert_accessible(page, passes=15)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("script", [True, False])
def test_a_service_class_is_chosen_and_a_cell_leads_to_its_pair(opened: Opening, script: bool) -> None:
    page = opened.page(java_script_enabled=script)
    assert page.locator(".heat:visible").count() == 1
    page.get_by_role("radio", name="Storage").focus()
    page.keyboard.press("Space")
    assert page.locator(".heat:visible caption").inner_text().startswith("How many SOP Classes")
    assert page.locator(".heat:visible tbody tr").count() == 1
    page.get_by_label("Every table").check()
    assert page.locator(".heat:visible").count() == 3
    page.locator('.heat a[href="#pair-1-4"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#pair-1-4", state="visible")
    assert "not stated" in page.locator("#pair-1-4").inner_text()


def test_who_hears_the_page_hears_words(opened: Opening) -> None:
    page = opened.page()
    link = page.locator('.heat:visible a[href="#pair-1-3"]')
    assert link.get_attribute("href") == "#pair-1-3"
    assert page.get_by_role("link", name="<b>=SENDER</b> with SOME: 1 of 3 works").count() == 1


def test_on_paper_are_the_chosen_table_and_open_pairs_alone(opened: Opening) -> None:
    page = opened.page()
    page.emulate_media(media="print")
    assert page.locator(".choice").is_hidden()
    assert page.locator("#pairs").is_hidden()
    page.evaluate("document.querySelector('.pair').open = true")
    assert page.locator(".pair:visible").count() == 1
