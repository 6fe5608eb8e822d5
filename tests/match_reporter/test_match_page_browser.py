"""The HTML report about a match in a real browser: accessible, without scripts, by keyboard, and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from match_reports import text_in

from browsing import MARKS, assert_accessible, opening
from matched import small

pytestmark = MARKS


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(text_in("html", small()), "utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser: Any, url: str) -> Iterator[Any]:
    with opening(browser, url) as found:
        yield found.page
        assert set(found.requests) == {url}


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
def test_accessible(opened: Any, width: int, scheme: str) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert_accessible(page, passes=20)


def test_only_tables_and_the_picture_move_sideways(opened: Any) -> None:
    page = opened(320)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_an_answer_leads_to_its_reasons_without_scripts(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    page.keyboard.press("Tab")
    assert page.get_by_role("link", name="Skip to the answers").is_visible()
    link = page.get_by_role("link", name="TREATER cannot send RT Beams Treatment Record")
    link.focus()
    page.keyboard.press("Enter")
    reasons = page.locator(":target")
    assert reasons.get_by_text("PLANNER would have to").is_visible()
    reasons.get_by_role("link", name="M901").click()
    assert page.locator(":target").get_by_text("For tests.").is_visible()


def test_folds_are_open_on_paper(opened: Any) -> None:
    page = opened()
    hidden = page.locator(".sort li", has_text="TREATER ignores PatientComments")
    assert not hidden.is_visible()
    page.emulate_media(media="print")
    assert hidden.evaluate("(element) => element.getBoundingClientRect().height") > 0
