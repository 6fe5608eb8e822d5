"""The writing of SVG: escaping, numbers, arrowheads, and colours that can be told apart."""

from __future__ import annotations

from itertools import product
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcsgen.base.drawing import look
from dcsgen.base.drawing.svg import arrowhead, clean, document, element, label, number
from drawn import SVG, read, text_extent


@given(st.text(alphabet=st.characters()), st.text(alphabet=st.characters()))
def test_any_text_makes_well_formed_xml(text: str, prefix: str) -> None:
    body = [element("rect", {"data-id": text}), *label([text], 0, 0, 10, fill="#000000")]
    root = ElementTree.fromstring(document(text, text, prefix, 10, 10, body).encode("utf-8"))
    assert root[0].text == (clean(text) or None)
    assert root[2].get("data-id") == clean(text)
    assert root[3].text == (clean(text) or None)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a\t\nb  ", "a b"),
        ("a\x00\x1b\x9fb", "ab"),
        ("a\ud800\ufffeb", "ab"),
        ("a\u202e\u2066b", "ab"),
        ("Größe 計画", "Größe 計画"),
    ],
)
def test_clean_text_has_no_controls(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (1.25, "1.2"), (-0.04, "0"), (10.0, "10"), (1 / 3, "0.3"), (-2.5, "-2.5")]
)
def test_numbers_have_one_decimal_at_most(value: float, text: str) -> None:
    assert number(value) == text


def test_lines_of_a_label_are_centred_on_their_point() -> None:
    texts = label(["STORE", "MOVE", "FIND"], 50, 40, 10, fill="#000000")
    figure = read(document("t", "d", "p", 100, 100, texts))
    extents = [text_extent(text) for text in figure.texts()]
    # From the tops of the first capitals to the feet of the last ones, which stand 0.21 above descenders.
    assert (extents[0].top + extents[-1].bottom - 2.1) / 2 == pytest.approx(40, abs=0.2)
    assert all((extent.left + extent.right) / 2 == pytest.approx(50) for extent in extents)
    assert [extents[1].top - extents[0].top, extents[2].top - extents[1].top] == pytest.approx([12, 12])


@pytest.mark.parametrize(("right", "down"), [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_arrowheads_point_where_they_say(right: int, down: int) -> None:
    polygon = ElementTree.fromstring(arrowhead(50, 50, right, down, fill="#000000"))
    corners = [tuple(float(n) for n in corner.split(",")) for corner in polygon.get("points", "").split()]
    assert corners[0] == (50, 50)
    assert {((50 - x) * right + (50 - y) * down) for x, y in corners[1:]} == {8}
    assert sorted((50 - x) * down + (50 - y) * right for x, y in corners[1:]) == pytest.approx([-3.2, 3.2])


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


PAINTS = (look.APPLICATION_ENTITY, look.LOCAL, look.REMOTE, look.MEDIUM)
PAPERS = (look.PAPER, *(paint.fill for paint in PAINTS))
INKS = (look.INK, look.FAINT_INK, look.LINE, look.ACCENT, *(paint.stroke for paint in PAINTS))


@pytest.mark.parametrize(("ink", "paper"), list(product(INKS, PAPERS)))
def test_inks_stand_out_from_papers(ink: str, paper: str) -> None:
    assert (luminance(paper) + 0.05) / (luminance(ink) + 0.05) >= 4.5


def test_an_empty_element_is_closed() -> None:
    assert element("rect", {"x": 1.0, "class": 'a"b'}) == '<rect x="1" class="a&quot;b"/>'
    assert read(document("t", "d", "1 2", 5, 6, [])).root.tag == f"{SVG}svg"
