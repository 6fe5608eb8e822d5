"""Pages in a real browser, for tests: Chromium, driven by Playwright, and axe-core for what is accessible."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
axe = pytest.importorskip("axe_playwright_python", reason="needs the Python package axe-playwright-python")

MARKS = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's package chromium")]
"""What a module with such tests is marked with."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Opening(NamedTuple):
    """`page` opens a page in a window of some width, with settings of Playwright; `requests` are what is asked for."""

    page: Callable[..., Any]
    requests: list[str]


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser."""
    with playwright.sync_playwright() as run:
        found = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@contextmanager
def opening(browser: Any, url: str) -> Iterator[Opening]:
    """Pages of one address; at the end none of them may have complained."""
    contexts: list[Any] = []
    requests: list[str] = []
    troubles: list[str] = []

    def open_page(width: int = 1400, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(url)
        return page

    yield Opening(open_page, requests)
    for context in contexts:
        context.close()
    assert troubles == []


def assert_accessible(page: Any, *, passes: int, without: Sequence[str] = ()) -> None:
    """Nothing on a page breaks a rule of axe-core, and more than `passes` rules found something to look at."""
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.evaluate(
        "([rules, without]) => without.length"
        " ? axe.run({exclude: without}, {runOnly: rules, iframes: false}) : axe.run({runOnly: rules})",
        [RULES, list(without)],
    )
    assert len(found["passes"]) > passes
    assert [
        (rule["id"], node["target"], node["failureSummary"]) for rule in found["violations"] for node in rule["nodes"]
    ] == []
