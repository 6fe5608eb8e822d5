"""`dcsgen serve` in a real browser: the page loads itself again after a save, findings come and go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import MARKS, assert_accessible, opening
from copied_examples import copied
from dcsgen import api
from dcsgen.api import Serving

pytestmark = MARKS


@pytest.fixture
def file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A description that can be changed: the example archive, or another one that a test asks for."""
    return copied(getattr(request, "param", "archive"), tmp_path)


@pytest.fixture
def serving(file: Path) -> Iterator[Serving]:
    with api.serve(file, vendors=False) as found:
        yield found


@pytest.fixture
def opened(browser: Any, serving: Serving) -> Iterator[Any]:
    """A function that opens the page; at the end nobody but the server may have been asked for anything."""
    with opening(browser, serving.url) as made:
        yield made.page
    assert {url.partition("#")[0] for url in made.requests} <= {
        serving.url,
        f"{serving.url}document",
        f"{serving.url}events",
        "data:,",
    }


def with_error(text: str) -> str:
    return text.replace("  vendor: ", "  vendr: ", 1)


def test_the_page_follows_the_description(opened: Any, file: Path) -> None:
    page = opened()
    document = page.frame_locator("iframe")
    text = file.read_text("utf-8")
    document.get_by_text("as PS3.4 has it for the storage service").first.wait_for()
    assert page.locator(".findings").is_hidden()
    file.write_text(text.replace("as PS3.4 has it for the storage service", "as quickly as it can"), "utf-8")
    document.get_by_text("as quickly as it can").first.wait_for()
    assert "Up to date" in page.locator(".state").text_content()
    assert page.title() == "archive.yaml"


def test_a_save_before_the_document_has_arrived_is_not_lost(browser: Any, serving: Serving, file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    waiting: list[Any] = []
    page.route("**/document", lambda route: waiting.append(route) if not waiting else route.continue_())
    with page.expect_request("**/document"):
        page.goto(serving.url)
    text = file.read_text("utf-8")
    file.write_text(text.replace("as PS3.4 has it", "as PS3.4 wants it"), "utf-8")
    page.frame_locator("iframe").get_by_text("as PS3.4 wants it").first.wait_for()
    context.close()


def test_findings_appear_over_the_last_good_page_and_go(opened: Any, file: Path) -> None:
    page = opened()
    document = page.frame_locator("iframe")
    text = file.read_text("utf-8")
    document.locator("#document").wait_for()
    file.write_text(with_error(text), "utf-8")
    findings = page.locator(".findings")
    findings.get_by_text("vendr").first.wait_for()
    line = text[: text.index("  vendor: ")].count("\n") + 1
    assert f"{file}:{line}:3 error L020" in findings.text_content()
    assert "Not built" in page.locator(".state").text_content()
    assert page.title() == "✗ archive.yaml"
    assert document.get_by_text("Northlight Imaging Systems Ltd").first.is_visible()
    file.write_text(text, "utf-8")
    findings.wait_for(state="hidden")
    assert page.title() == "archive.yaml"


def test_warnings_are_folded_and_stay_open_once_opened(opened: Any, file: Path) -> None:
    page = opened()
    text = file.read_text("utf-8")
    wrong = re.sub(r"\n      implementation_class_uid.*", "", text)
    assert wrong != text
    file.write_text(wrong, "utf-8")
    others = page.locator("details.others")
    others.wait_for()
    assert not others.locator("li").first.is_visible()
    others.locator("summary").click()
    assert others.locator("li").first.is_visible()
    file.write_text(wrong.replace("as PS3.4 has it", "as PS3.4 wants it"), "utf-8")
    page.frame_locator("iframe").get_by_text("as PS3.4 wants it").first.wait_for()
    assert others.locator("li").first.is_visible()


def test_the_place_of_reading_stays(opened: Any, file: Path) -> None:
    page = opened()
    document = page.frame_locator("iframe")
    document.locator("#document").wait_for()
    top = "document.querySelector('iframe').contentWindow.scrollY"
    page.evaluate("document.querySelector('iframe').contentWindow.scrollTo(0, 3000)")
    page.wait_for_function(f"{top} === 3000")
    file.write_text(file.read_text("utf-8").replace("waits for Associations and", "waits for them and"), "utf-8")
    document.get_by_text("waits for them and").first.wait_for()
    page.wait_for_function(f"Math.abs({top} - 3000) < 3")


def test_colours_chosen_in_the_document_are_those_of_the_frame(opened: Any) -> None:
    page = opened(color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.frame_locator("iframe").get_by_role("button", name="Dark colours").click()
    page.wait_for_function(f"{ground} !== '{light}'")


@pytest.mark.parametrize("file", ["dcmqrscp"], indirect=True)
@pytest.mark.parametrize(("width", "scheme"), [(1300, "light"), (1300, "dark"), (320, "light"), (320, "dark")])
def test_accessible(opened: Any, file: Path, width: int, scheme: str) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    page.frame_locator("iframe").locator("#document").wait_for()
    file.write_text(with_error(file.read_text("utf-8")), "utf-8")
    page.locator("details.errors").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The document has tests of its own.
    assert_accessible(page, passes=10, without=["iframe"])
