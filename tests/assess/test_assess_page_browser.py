"""The HTML report in a real browser: accessible by axe-core, in light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from assessments import of_examples
from test_reports import EXAMPLES, text_in

from browsing import MARKS, assert_accessible, opening

pytestmark = MARKS


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(text_in("html", of_examples(*EXAMPLES["archives"])), "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 400])
def test_the_page_is_accessible(browser: Any, file: Path, scheme: str, width: int) -> None:
    # The page lets no script run, and so neither those of tests.
    with opening(browser, file.as_uri()) as opened:
        page = opened.page(width, color_scheme=scheme, bypass_csp=True)
        assert_accessible(page, passes=15)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert set(opened.requests) == {file.as_uri()}


def test_a_requirement_leads_to_its_reasons(browser: Any, file: Path) -> None:
    with opening(browser, file.as_uri()) as opened:
        page = opened.page(bypass_csp=True)
        page.click("a:text-is('qido-rs')")
        assert page.evaluate("document.querySelector(':target h3').textContent").startswith("qido-rs: QIDO-RS")
