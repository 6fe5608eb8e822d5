"""The HTML report about objects in a real browser: accessible by axe-core, light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_object_reports import written

from browsing import MARKS, assert_accessible, opening

pytestmark = MARKS


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("objects") / "objects.html"
    file.write_text(written("html", values=True, several=True), "utf-8")
    return Path(file).as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
def test_accessible(width: int, scheme: str, browser: Any, url: str) -> None:
    with opening(browser, url) as opened:
        page = opened.page(width, color_scheme=scheme, bypass_csp=True)
        assert_accessible(page, passes=15)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.requests == [url]
