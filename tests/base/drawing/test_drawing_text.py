"""Measuring and wrapping of text, and fitting it into shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcsgen.base.drawing.fit import fit_box, fit_ellipse
from dcsgen.base.drawing.text import balance, measure, narrowest, split, widest_part, widest_word, wrap

texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["Store", "PLAN_IMPORT", "of", "C-STORE", "W" * 20]), max_size=8).map(" ".join),
)


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [
        ("W", False, 944),
        ("i", False, 222),
        ("i", True, 278),
        ("~", True, 584),
        ("PLAN", False, 667 + 556 + 667 + 722),
        ("é", False, 556),
        ("e\u0301", False, 556),
        ("計", False, 1000),
        ("", False, 0),
    ],
)
def test_widths_are_those_of_helvetica(text: str, bold: bool, thousandths: int) -> None:
    assert measure(text, 1000, bold=bold) == thousandths


@given(texts, st.sampled_from([8.5, 11.0]), st.floats(4, 300))
def test_lines_hold_the_text_and_keep_to_the_width(text: str, size: float, width: float) -> None:
    for lines in (wrap(text, size, width), balance(text, size, width)):
        assert "".join("".join(lines).split(" ")) == "".join(split(text))
        assert all(line and (measure(line, size) <= width or len(line) == 1) for line in lines)
    assert len(balance(text, size, width)) == len(wrap(text, size, width))


@given(texts, st.floats(20, 300))
def test_no_word_is_broken_that_fits_a_line(text: str, width: float) -> None:
    for lines in (wrap(text, 10, width), balance(text, 10, width)):
        together = [word for line in lines for word in split(line)]
        assert all(word in together for word in split(text) if measure(word, 10) <= width)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Import of prescriptions", 80, ("Import of", "prescriptions")),
        ("one two three four", 60, ("one two", "three four")),
        ("PLAN_IMPORT_SERVICE", 80, ("PLAN_IMPORT_", "SERVICE")),
        ("StructureSetStorage", 70, ("Structure", "SetStorage")),
        ("wwwwwwwwww", 50, ("wwwww", "wwwww")),
        ("治療計画", 25, ("治療", "計画")),
        ("6.\u00a0Open it", 38, ("6.\u00a0Open", "it")),
        ("", 50, ()),
        (" \n ", 50, ()),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert balance(text, 10, width) == lines


@given(texts, st.integers(1, 4))
def test_narrowest_width_takes_the_lines_and_breaks_no_word(text: str, lines: int) -> None:
    width = narrowest(text, 10, lines)
    assert len(wrap(text, 10, width)) <= lines
    assert width >= widest_word(text, 10) >= widest_part(text, 10)
    if width > widest_word(text, 10) + 2:
        assert len(wrap(text, 10, width - 2)) > lines


def test_a_box_makes_letters_smaller_before_it_breaks_words() -> None:
    assert fit_box("STORAGE", 80, (12, 10, 8)).size == 12
    whole = fit_box("TRANSFER_STATION", 96, (12, 10, 8))
    assert (whole.lines, whole.size) == (("TRANSFER_STATION",), 8)
    broken = fit_box("TRANSFER_STATION", 70, (12, 10, 8))
    assert (broken.lines, broken.size) == (("TRANSFER_", "STATION"), 10)
    assert all(measure(line, 8) <= 30 for line in fit_box("W" * 16, 30, (12, 8)).lines)


@given(texts, st.sampled_from([38.0, 62.0]))
def test_an_ellipse_holds_its_text(text: str, half_width: float) -> None:
    block, half_height = fit_ellipse(text, half_width, (12, 10, 8.5), 20)
    assert half_height >= 20
    for place, line in enumerate(block.lines):
        across = measure(line, block.size) / 2 / half_width
        middle = (place - (len(block.lines) - 1) / 2) * block.size * 1.2
        along = (abs(middle) + block.size / 2) / half_height
        assert across**2 + along**2 < 1


def test_an_ellipse_grows_only_if_small_letters_do_not_help() -> None:
    assert fit_ellipse("Store", 62, (12, 9), 27) == ((("Store",), 12, False), 27)
    small = fit_ellipse("Import of treatment plans and structure sets", 62, (12, 9), 27)
    assert (small.block.size, small.half_height) == (9, 27)
    assert fit_ellipse("Import of treatment plans and structure sets " * 3, 62, (12, 9), 27).half_height > 27
