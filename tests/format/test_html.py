"""The HTML file: whole in itself, readable without scripts, carrying its description."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from format_statements import CAPABILITY, sample, section, statement

from dcsgen.base.embedding import embed_in_html, extract_from_html
from dcsgen.base.resources import folder
from dcsgen.builtin.format.html_format import FORMAT
from dcsgen.builtin.format.json_format import FORMAT as JSON_FORMAT
from dcsgen.version import __version__

HOSTILE = "</script><script>alert(1)</script><!-- <script> <\\/ ]]> \u2028 é"


class Page(HTMLParser):
    """What a page holds: start tags in order, headings with their level, visible text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[int, str]] = []
        self.text = ""
        self._inside: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(attributes.get("aria-level", tag[1])), ""))
        if tag in ("style", "script", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        inside = self._inside[-1] if self._inside else ""
        if inside in ("style", "script"):
            return
        self.text += data
        if inside:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


@pytest.fixture(scope="module")
def html() -> str:
    return FORMAT.write(sample()).decode()


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_same_bytes() -> None:
    assert FORMAT.write(sample()) == FORMAT.write(sample())


def test_json_is_the_description() -> None:
    assert JSON_FORMAT.write(sample()) == sample().data


def test_description_comes_back_byte_for_byte() -> None:
    product = msgspec.structs.replace(CAPABILITY.product, description=HOSTILE)
    capability = msgspec.structs.replace(CAPABILITY, product=product)
    made = statement(section("A"), capability=capability)
    text = FORMAT.write(made).decode()
    assert extract_from_html(text) == made.data
    assert extract_from_html(text.replace("\n", "\r\n")) == made.data
    assert text.count("</script>") == 2, "the data must not end its own element"
    assert "<!--" not in text


def test_description_in_a_browsers_words() -> None:
    """A browser that saves a page may write the attributes in another way."""
    text = embed_in_html("<body></body>", b"{}\n").replace('type="application/json" ', "").replace('"', "'")
    assert extract_from_html(text) == b"{}\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>no script</p>",
        '<script id="other">{}</script>',
        '<script type="application/json" id="dcsgen-description">{}',
        '<script id="dcsgen-descriptions">{}</script>',
        "<script " * 20_000,
    ],
)
def test_no_description(text: str) -> None:
    assert extract_from_html(text) is None


def test_nothing_is_loaded(html: str, page: Page) -> None:
    assert not {"link", "iframe", "object", "embed", "img"} & {tag for tag, _ in page.tags}
    assert not page.values("src")
    assert "url(" not in html
    assert "@import" not in html
    (policy,) = (a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")


def test_names_are_escaped(html: str, page: Page) -> None:
    assert "Company <Ltd>" in page.text
    assert "Company &lt;Ltd&gt;" in html
    assert "<title>PLANNER &amp; Co – DICOM Conformance Statement</title>" in html


def test_title_block_comes_first(page: Page) -> None:
    order = [page.text.index(words) for words in ("Company <Ltd>", "DCS-17", "2002-08-05", "Contents", "Deep down.")]
    assert order == sorted(order)
    assert page.headings[0] == (1, "PLANNER & Co DICOM Conformance Statement")


def test_headings_have_no_gaps(page: Page) -> None:
    levels = [level for level, _ in page.headings]
    assert max(levels) == 8
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert (8, "A.2.1.1.1.1.1 Title of A.2.1.1.1.1.1") in page.headings


def test_ids_are_unique_and_links_lead_to_them(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href")} <= set(ids)
    assert {"s-a-2-1-1-1-1-1", "table-2", "figure-1"} <= {link[1:] for link in page.values("href")}


def test_readers_without_a_mouse(page: Page) -> None:
    tags = [tag for tag, _ in page.tags]
    first_link = page.tags[tags.index("a")][1]
    assert first_link == {"class": "skip", "href": "#document"}
    assert ("html", {"lang": "en"}) in page.tags
    assert {"nav", "main", "footer"} <= set(tags)
    assert [a["aria-label"] for tag, a in page.tags if tag == "nav"] == ["Sections"]


def test_contents_list_tables_and_figures(page: Page) -> None:
    assert "Tables (2)" in page.text
    assert "Figures (1)" in page.text
    assert re.search(r"Table A-1\s+Attributes", page.text)


def test_made_by(page: Page) -> None:
    assert f"Made by dcsgen {__version__}; names and types from edition 2026b of the DICOM Standard." in page.text


def test_no_dates_but_those_of_the_description(html: str) -> None:
    outside = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert set(re.findall(r"\b\d{4}-\d\d-\d\d\b", outside)) == {"2002-08-05"}


def test_a_vendors_style_comes_last(tmp_path: Path) -> None:
    (tmp_path / "brand.css").write_text(":root { --accent: #14375e }")
    text = FORMAT.write(statement(section("A"), folders=[tmp_path])).decode()
    assert text.index("--accent: #14375e") > text.index("--accent: #0f5c57")


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as #0f5c57 or #fff (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "soft-ink", "accent") for ground in ("paper", "tint")),
    *(("ink", ground) for ground in ("ae", "local", "remote")),
    ("soft-ink", "ae"),
    ("paper", "accent"),
]
LINE_PAIRS = [("edge", "paper"), ("edge", "tint"), ("focus", "paper"), ("focus", "tint")]
SHAPE_PAIRS = [("accent", "ae"), ("local-ink", "local"), ("remote-ink", "remote"), ("remote-ink", "paper")]


def test_colours_have_contrast() -> None:
    css = (folder("templates") / "assets" / "colours.css").read_text("utf-8")
    blocks = [dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r"\{([^{}]*)\}", css)]
    light, dark, chosen_dark = blocks
    assert dark == chosen_dark
    for theme, colours in (("light", light), ("dark", light | dark)):
        for pairs, enough in ((TEXT_PAIRS, 4.5), (LINE_PAIRS, 3), (SHAPE_PAIRS, 3)):
            for one, other in pairs:
                assert contrast(colours[one], colours[other]) >= enough, f"{theme}: {one} on {other}"
