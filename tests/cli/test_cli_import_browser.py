"""The review page in a real browser: accessible, with filters, decisions that are followed, without script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import MARKS, assert_accessible, chromium, opening
from dcsgen import api

pytestmark = MARKS

CT = "1.2.840.10008.5.1.4.1.1.2"
STATEMENT = f"""\
# ARCHIVE DICOM Conformance Statement

Version 1.0

## STORE AE Specification

| Abstract Syntax | UID | Transfer Syntax | UID | Role |
|-|-|-|-|-|
| CT Image Storage | {CT} | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |
| Our Own Storage | {CT}.9999 | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory, host: api.Host) -> Path:
    file = tmp_path_factory.mktemp("review") / "archive.md"
    file.write_text(STATEMENT)
    draft = api.read_draft(file, host)
    file.with_suffix(".html").write_bytes(api.draft_as("review", draft, file, host))
    return file


@pytest.fixture
def opened(browser: Any, document: Path) -> Iterator[Any]:
    with opening(browser, document.with_suffix(".html").as_uri()) as found:
        yield found.page
        assert all(one.startswith(("file:", "blob:", "data:")) for one in found.requests)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(opened: Any, scheme: str) -> None:
    page = opened(color_scheme=scheme)
    page.get_by_label("other value").first.check()
    assert_accessible(page, passes=25)


def test_it_fits_a_narrow_window(opened: Any) -> None:
    assert opened(width=320).evaluate("document.documentElement.scrollWidth") == 320


def test_it_is_complete_without_its_script(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    assert page.get_by_text("CT Image Storage", exact=True).first.is_visible()
    assert page.locator(".decision, .tools").count() == 0


def test_filters(opened: Any) -> None:
    page = opened()
    page.get_by_label("Words").fill("our own")
    assert 0 < page.locator(".item:visible").count() < page.locator(".item").count()
    page.get_by_label("Words").fill("")
    page.get_by_label("Confidence").select_option("0.7")
    shown = page.locator(".item:visible:not([data-doubt])")
    numbers = [float(shown.nth(index).get_attribute("data-confidence")) for index in range(shown.count())]
    assert numbers
    assert max(numbers) < 0.7


def test_decisions_by_keyboard_are_saved_and_followed(
    opened: Any, document: Path, host: api.Host, tmp_path: Path
) -> None:
    page = opened()
    fact = page.locator(".item", has=page.get_by_role("heading", name="SOP Class CT Image Storage", exact=True))
    fact.get_by_label("undecided").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    fact.get_by_label("role").fill("BOTH")
    page.locator("[data-doubt]").get_by_role("checkbox").first.check()
    assert "2 decided, not saved yet" in page.get_by_role("status").text_content()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save decisions").press("Enter")
    assert waiting.value.suggested_filename == "archive.decisions.json"
    saved = tmp_path / "saved.json"
    waiting.value.save_as(saved)
    assert {one["ruling"] for one in json.loads(saved.read_text())["decisions"]} == {"corrected", "settled"}
    draft = api.read_draft(document, host, decisions=api.read_decisions([saved]))
    roles = [one["role"] for one in draft.description["services"].values() if "CTImageStorage" in one["sop_classes"]]
    assert roles == ["BOTH"]
    assert sum(one.settled for one in draft.doubts) == 1
