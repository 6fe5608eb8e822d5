"""The Markdown file: as GitHub reads it, with links that work, carrying its description."""

from __future__ import annotations

import re

import msgspec
import pytest
from format_statements import CAPABILITY, FIGURE, body, sample, section, statement, table
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dcsgen.base.embedding_markdown import embed_in_markdown, extract_from_markdown
from dcsgen.builtin.format._blocks import Paragraph, Run, text_of
from dcsgen.builtin.format._markdown.blocks import markdown
from dcsgen.builtin.format._reading import read
from dcsgen.builtin.format.md_format import FORMAT

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def of(html: str) -> str:
    return markdown(read(html))


@pytest.fixture(scope="module")
def page() -> str:
    return FORMAT.write(sample()).decode()


def test_same_bytes() -> None:
    assert FORMAT.write(sample()) == FORMAT.write(sample())


def test_headings_are_those_of_the_document(page: str) -> None:
    headings = re.findall("^#+ .*", page, re.MULTILINE)
    assert headings[:5] == [
        "# PLANNER \\& Co – DICOM Conformance Statement",
        "## Contents",
        "## Annex A DICOM Conformance Statement",
        "### A.1 Introduction",
        "### A.2 Model",
    ]
    assert "###### A.2.1.1.1.1.1 Title of A.2.1.1.1.1.1" in headings


def test_links_lead_to_anchors(page: str) -> None:
    shown = GITHUB.render(page)
    anchors = re.findall('<a id="([^"]*)"', shown)
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in re.findall('href="([^"]*)"', shown)} <= set(anchors)
    assert {"s-a-2-1", "table-1", "figure-1"} <= set(anchors)


def test_the_cover_says_what_it_is(page: str) -> None:
    for words in ("Company &lt;Ltd\\>", "| Document | DCS-17 |", "| C | 2002-08-05 | M. Laurent | Codes *revised*. |"):
        assert words in page


def test_plain_tables_are_lines() -> None:
    assert of(table("t", body([("a|b", "<code>c|d</code>", "e<br>f")]))).splitlines() == [
        '<a id="t"></a>**Table** Caption of t',
        "",
        "| First | Second | Third |",
        "| --- | --- | --- |",
        "| a\\|b | <code>c\\|d</code> | e<br>f |",
    ]


@pytest.mark.parametrize("cell", ["<td rowspan=2>a", "<td colspan=2>a", "<td><ul><li>a</ul>"])
def test_other_tables_are_html(cell: str) -> None:
    shown = of(f"<table><thead><tr><th>h</thead><tr>{cell}<td>b<tr><td>c &lt;i&gt;</table>")
    assert shown.startswith("<table>\n<thead><tr><th>h</th></tr></thead>\n<tbody>\n")
    assert "c &lt;i&gt;" in shown
    assert "\n\n" not in shown, "an empty line would end the HTML"


def test_figures_are_told_in_words() -> None:
    shown = of(FIGURE.replace("</title>", "</title><desc>A box.</desc>"))
    assert shown == '<a id="figure-1"></a>**Figure A-1** Flow\n\n> A box.'


def test_lists() -> None:
    assert of("<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>") == "- a\n  3. b\n  4. c\n- d"
    assert of("<ul><li>a</ul><ul><li>b</ul>") == "- a\n\n<!-- -->\n\n- b"


def test_code_keeps_its_fences() -> None:
    assert of("<pre>a\n```\nb</pre>") == "````text\na\n```\nb\n````"
    assert of("<p><code>a`b</code></p>") == "`` a`b ``"


@pytest.mark.parametrize(
    "text",
    [
        *("# no heading", "- no list", "+ no", "1. no", "2) no", "> no quote", "a *b* _c_ ~~d~~", "[a](b) ![c](d)"),
        *("<script>x</script>", "&lt; &#60;", "a | b", "`code`", "\\", "a\\*b", "=== ", "---", "[!NOTE]", "[^1]"),
        *("$x$", "http://127.0.0.1/ www.example.org"),
    ],
)
def test_text_is_text(text: str) -> None:
    assert shown_as(text) == text.strip()


@given(st.text(st.sampled_from("ab1 .-+#*_`<>&[]()|!\\~=$:/\n;"), max_size=30))
def test_any_text_is_text(text: str) -> None:
    assert shown_as(text) == " ".join(text.split())


def shown_as(text: str) -> str:
    """What a reader of the written text sees; no tag but that of the paragraph may be there."""
    html = GITHUB.render(markdown([Paragraph((Run(" ".join(text.split())),))]))
    inside = re.sub(r"\A<p>(.*)</p>\n\Z", r"\1", html, flags=re.DOTALL)
    assert "<" not in inside
    import html as entities

    return entities.unescape(inside).strip()


@given(
    st.lists(
        st.tuples(st.text(st.sampled_from("ab *_.`"), min_size=1, max_size=5), st.booleans(), st.booleans()), max_size=5
    )
)
def test_emphasis_is_where_it_belongs(pieces: list[tuple[str, bool, bool]]) -> None:
    runs = tuple(Run(text, strong=strong, emphasis=emphasis) for text, strong, emphasis in pieces)
    (shown,) = read(GITHUB.render(markdown([Paragraph((Run("x "), *runs, Run(" y")))]))) or (None,)
    assert isinstance(shown, Paragraph)
    assert text_of(shown.runs) == text_of((Run("x "), *runs, Run(" y")))

    def marked(found: tuple[Run, ...]) -> list[tuple[str, bool, bool]]:
        return [(c, run.strong, run.emphasis) for run in found for c in run.text if c != " "]

    assert marked(shown.runs) == marked((Run("x"), *runs, Run("y")))


def test_a_link_behind_an_exclamation_mark_is_no_picture() -> None:
    assert of('<p>Look! <a href="https://example.org/">a</a></p>') == "Look\\! [a](https://example.org/)"
    assert of('<p>!<a href="https://example.org/">a</a></p>') == "\\![a](https://example.org/)"


# The description inside


def test_description_comes_back_byte_for_byte() -> None:
    product = msgspec.structs.replace(CAPABILITY.product, description="--> <!-- \u2028 é")
    made = statement(section("A"), capability=msgspec.structs.replace(CAPABILITY, product=product))
    page = FORMAT.write(made).decode()
    assert extract_from_markdown(page) == made.data
    assert extract_from_markdown(page.replace("\n", "\r\n")) == made.data
    assert "dcsgen-description" not in GITHUB.render(page).partition("<!--")[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# page",
        "<!-- dcsgen-description\n!!!\n-->",
        "<!-- dcsgen-description\naGVsbG8=\n-->",
        embed_in_markdown("x", b"{}")[:-20],
    ],
)
def test_no_description(text: str) -> None:
    assert extract_from_markdown(text) is None
