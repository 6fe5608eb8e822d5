"""The HTML report in a real browser: accessible by axe-core, with filters, by keyboard, with and without script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from differences import judged_at_site, nothing, text_in, versions

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
axe = pytest.importorskip("axe_playwright_python", reason="needs the Python package axe-playwright-python")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's package chromium")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as run:
        found = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(text_in("html", versions()), "utf-8")
    return path


@pytest.fixture
def opened(browser: Any, file: Path) -> Iterator[Any]:
    """A function that opens the page; at the end nothing but the file itself may have been asked for."""
    contexts, requests, troubles = [], [], []

    def open_page(width: int = 1400, path: Path = file, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert all(request.startswith("file:") for request in requests)
    assert len(set(requests)) == 1
    assert troubles == []


def violations(page: Any) -> list[Any]:
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    assert len(found["passes"]) > 20
    return [
        (rule["id"], node["target"], node["failureSummary"]) for rule in found["violations"] for node in rule["nodes"]
    ]


def shown(page: Any) -> int:
    """How many differences are in sight; what is alike is one element and counts as often as it is there."""
    visible = page.locator(".difference:visible")
    return int(visible.evaluate_all("all => all.reduce((sum, each) => sum + Number(each.dataset.count), 0)"))


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (320, "light"), (320, "dark")])
def test_accessible(opened: Any, width: int, scheme: str) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    if page.get_by_role("button", name="Open all").count():
        page.get_by_role("button", name="Open all").click()
    assert violations(page)[:5] == []


def test_accessible_if_nothing_differs(opened: Any, tmp_path: Path) -> None:
    path = tmp_path / "nothing.html"
    path.write_text(text_in("html", nothing()), "utf-8")
    page = opened(path=path, bypass_csp=True)
    assert page.get_by_text("Nothing differs.").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 400, 800, 1400, 2200])
def test_the_page_never_moves_sideways(opened: Any, width: int) -> None:
    page = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_everything_is_there(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    assert shown(page) == len(versions().changes)
    assert not page.locator("button, input, select").count()
    fold = page.locator("details.alike").first
    fold.locator("summary").first.click()
    assert fold.locator("li").first.is_visible()


def test_filters_work_together(opened: Any) -> None:
    page = opened()
    changes = versions().changes
    assert page.locator(".found").text_content() == f"{len(changes)} of {len(changes)} differences shown"
    for verdict in ("Risky", "Compatible", "Editorial"):
        page.get_by_label(verdict).uncheck()
    breaking = [one for one in changes if one.verdict == "breaking"]
    assert shown(page) == len(breaking) > 0
    area = breaking[0].change.area
    page.get_by_label("Area").select_option(area.value)
    assert shown(page) == sum(one.change.area is area for one in breaking)
    assert page.locator(".area:visible").count() == 1
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == len(changes)


def test_a_role_and_a_search(opened: Any) -> None:
    page = opened()
    everything = shown(page)
    page.get_by_label("Role").select_option("origin server")
    assert 0 < shown(page) < everything
    for roles in page.locator(".difference:visible").evaluate_all("all => all.map(each => each.dataset.roles)"):
        assert "origin server" in roles.split("|")
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Search").fill("no such word anywhere")
    assert shown(page) == 0
    page.keyboard.press("Escape")
    assert shown(page) == everything


def test_only_differences_hides_what_is_the_same(opened: Any) -> None:
    page = opened()
    same = page.locator(".same.long > span:visible").count()
    assert same
    page.get_by_label("Only differences").check()
    assert page.locator(".same.long > span:visible").count() == 0
    assert shown(page) == len(versions().changes)
    page.get_by_label("Only differences").uncheck()
    assert page.locator(".same.long > span:visible").count() == same


@pytest.fixture
def at_site(tmp_path: Path) -> Path:
    path = tmp_path / "site.html"
    path.write_text(text_in("html", judged_at_site(tmp_path)), "utf-8")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (320, "dark")])
def test_accessible_with_a_site_and_a_policy(opened: Any, at_site: Path, width: int, scheme: str) -> None:
    page = opened(width, at_site, color_scheme=scheme, bypass_csp=True)
    page.get_by_role("button", name="Open all").click()
    assert violations(page)[:5] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_screen_says_what_changed_and_whom_it_hurts(opened: Any, at_site: Path) -> None:
    page = opened(1400, at_site)
    for words in ("1 of the 7 differences breaks", "At St. Anna, it affects Scanner in Planning;", "Fails: ", "X023"):
        box = page.get_by_text(words).first.bounding_box()
        assert box["y"] + box["height"] < 900, words


def test_what_affects_the_site_is_filtered(opened: Any, at_site: Path) -> None:
    page = opened(1400, at_site)
    everything = shown(page)
    page.get_by_label("At the site").select_option("affects")
    assert shown(page) == 1
    article = page.locator(".difference:visible")
    assert article.get_by_text("Affects Scanner in Planning:").is_visible()
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Not stated by").select_option("PRODUCT 1.1")
    assert shown(page) == 1
    assert article.get_by_text("accepted", exact=True).is_visible()
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything


def test_a_link_leads_into_what_is_folded(opened: Any) -> None:
    page = opened()
    inside = page.locator("details.alike li").last
    assert not inside.is_visible()
    page.evaluate("id => { location.hash = `#${id}`; }", inside.get_attribute("id"))
    page.wait_for_timeout(200)
    assert inside.is_visible()


def test_by_keyboard_alone(opened: Any) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "differences"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "breaking":
            break
    page.keyboard.press("Space")
    assert not page.locator('.difference[data-verdict="breaking"]:visible').count()


def test_a_link_leads_to_what_is_hidden(opened: Any) -> None:
    page = opened()
    anchor = page.locator(".difference").last.get_attribute("id")
    page.get_by_label("Search").fill("no such word anywhere")
    page.evaluate(f"location.hash = '#{anchor}'")
    page.wait_for_timeout(200)
    assert page.locator(f"#{anchor}").is_visible()


def test_colours_are_chosen(opened: Any) -> None:
    page = opened(color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(ground) != light
    page.emulate_media(media="print")
    assert page.evaluate(ground) == light


def test_printed_without_tools_and_with_what_is_folded(opened: Any) -> None:
    page = opened()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.locator("details.alike li").first.is_visible()
    assert page.locator(".proof").first.is_visible()


def test_targets_are_large_enough(opened: Any) -> None:
    """WCAG 2.2, 2.5.8: links that stand alone and controls measure at least 24 by 24 pixels, or stand apart."""
    page = opened()
    small = page.evaluate(
        """[...document.querySelectorAll('th a, summary, .tools button, .tools select, .tools label:has(input), h3 a')]
            .filter(each => each.checkVisibility())
            .map(each => [each.textContent, each.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 23.9).map(([text]) => text)"""
    )
    assert small == []
