"""From the HTML of sections to blocks, which DOCX and Markdown are written from."""

from __future__ import annotations

import pytest
from format_statements import FIGURE, body, table

from dcsgen.builtin.format._blocks import Code, Figure, ListOf, Paragraph, Quote, Run, Table, text_of
from dcsgen.builtin.format._reading import read


def texts(html: str) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in read(html) if isinstance(block, Paragraph)]


def one_table(html: str) -> Table:
    (found,) = read(html)
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize("html", ["", " \n ", "<!-- nothing -->", "<script>x</script>", "<div></div>"])
def test_nothing(html: str) -> None:
    assert read(html) == ()


def test_white_space_is_what_a_browser_shows() -> None:
    assert texts("<p> a\n <b> b </b> c<br> d </p>\n<p>e</p>") == ["a b c\nd", "e"]


def test_looks_and_links() -> None:
    (paragraph,) = read('<p>a <strong>b <em>c</em></strong> <code>d</code> <a href="#x">e</a></p>')
    assert isinstance(paragraph, Paragraph)
    assert [run for run in paragraph.runs if run.text.strip()] == [
        Run("a "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run("d", code=True),
        Run("e", href="#x"),
    ]


def test_lines_and_notes_stand_on_lines_of_their_own() -> None:
    assert texts('<span class="line">a</span><span class="line">b</span>') == ["a\nb"]
    (paragraph,) = read('name<span class="note">what it is</span>')
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (Run("name"), Run("\n"), Run("what it is", soft=True))


def test_a_chance_to_break_is_no_text() -> None:
    assert texts("<p>TABLE.<wbr>FIELD</p>") == ["TABLE.FIELD"]


def test_lists_in_lists_and_left_out_end_tags() -> None:
    (outer,) = read("<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>")
    assert isinstance(outer, ListOf)
    (text, inner), (last,) = (item.blocks for item in outer.items)
    assert isinstance(text, Paragraph)
    assert isinstance(inner, ListOf)
    assert isinstance(last, Paragraph)
    assert (text_of(text.runs), inner.ordered, inner.start, len(inner.items)) == ("a", True, 3, 2)


def test_code_and_quotes() -> None:
    code, quote = read("<pre><code>a\n  b\n</code></pre><blockquote><p>c</p></blockquote>")
    assert code == Code("a\n  b")
    assert quote == Quote((Paragraph((Run("c"),)),))


def test_table() -> None:
    found = one_table(table("t-1", body([("a", "<ul><li>b</ul>", "c")]), "columns-3 short"))
    assert found.id == "t-1"
    assert text_of(found.caption) == "Table Caption of t-1"
    assert found.widths == pytest.approx((0.2, 0.3, 0.5))
    assert [len(row.cells) for row in (*found.head, *found.groups[0])] == [3, 3]
    assert all(cell.header for cell in found.head[0].cells)
    assert isinstance(found.groups[0][0].cells[1].blocks[0], ListOf)
    assert found.together


def test_merged_cells_count_as_columns() -> None:
    found = one_table("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>")
    assert len(found.widths) == 3
    assert [(cell.columns, cell.rows) for cell in found.groups[0][0].cells] == [(1, 2), (2, 1)]


def test_columns_without_a_width_share_the_rest() -> None:
    columns = '<colgroup><col style="width:40%"><col><col></colgroup>'
    assert one_table(f"<table>{columns}<tr><td>a<td>b<td>c</table>").widths == pytest.approx((0.4, 0.3, 0.3))


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999", "١"])
def test_senseless_spans(span: str) -> None:
    found = one_table(f'<table><tr><td colspan="{span}">a</table>')
    assert 1 <= found.groups[0][0].cells[0].columns <= 1000


def test_figure_keeps_its_drawing_and_words() -> None:
    (found,) = read(FIGURE.replace("</title>", "</title><desc>A &amp; B &lt;c&gt;</desc>"))
    assert isinstance(found, Figure)
    assert found.id == "figure-1"
    assert b'viewBox="0 0 200 80"' in found.picture.data
    assert (found.picture.title, found.picture.description) == ("A drawing", "A & B <c>")
    assert text_of(found.caption) == "Figure A-1 Flow"


def test_pictures_come_from_data_addresses_alone() -> None:
    (inside,) = read('<p><img alt="Mark" src="data:image/png;base64,aGVsbG8="></p>')
    assert isinstance(inside, Figure)
    assert (inside.picture.data, inside.picture.title) == (b"hello", "Mark")
    assert texts('<p><img alt="Mark" src="file:///etc/passwd"></p>') == ["Mark"]
    assert read('<img src="https://example.org/x.png">') == ()
    assert read('<img src="data:image/png;base64,%%%">') == ()
