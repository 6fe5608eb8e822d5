"""A document with change marks in a real browser: accessible, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from changed_example import small

from browsing import MARKS, assert_accessible, opening

pytestmark = MARKS

SHOWN = "element => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("changes"))


@pytest.fixture
def opened(browser: Any, file: Path) -> Iterator[Any]:
    """A function that opens the page; at the end nothing but the file itself may have been asked for."""
    with opening(browser, file.as_uri()) as made:
        yield made.page
    assert set(made.requests) == {file.as_uri()}


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
def test_accessible(opened: Any, width: int, scheme: str) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    assert_accessible(page, passes=25)


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
