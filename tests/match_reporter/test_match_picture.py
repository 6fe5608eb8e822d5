"""The picture of who talks to whom: everybody is there, nothing lies on anything else, words are in their shapes."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from match_reports import large, nothing, planning

from dcsgen.base.interaction import Outcome
from dcsgen.builtin.match_reporter._picture import MOST_ROWS, picture
from dcsgen.plugin import Match
from drawn import SVG, Extent, outline, read, text_extent
from matched import small


def rectangles(match: Match, *names: str) -> list[Extent]:
    """The rectangles of some classes."""
    root = read(picture(match)).root
    return [outline(one) for one in root.iter(f"{SVG}rect") if {*names} & {*one.get("class", "").split()}]


@pytest.mark.parametrize("match", [small(), planning(), large(2, 4), large(12, 30), large(12, 90)])
def test_shapes_do_not_meet(match: Match) -> None:
    shapes = rectangles(match, "dg-ae", "dg-idle", "dg-plate")
    assert shapes
    assert not any(one.meets(other) for one, other in combinations(shapes, 2))


@pytest.mark.parametrize("match", [small(), planning(), large(12, 30)])
def test_words_are_inside_their_shapes(match: Match) -> None:
    shapes = rectangles(match, "dg-ae", "dg-idle", "dg-plate")
    for text in read(picture(match)).texts():
        extent = text_extent(text)
        # The names of the products stand above all shapes, and the question mark in its sign.
        if extent.bottom > min(shape.top for shape in shapes) and text.get("class") != "dg-mark-text":
            assert any(shape.holds(extent) for shape in shapes), text.text


def test_everybody_and_every_outcome_is_there() -> None:
    svg = picture(small())
    for name in ("SEND", "RECEIVE", "QUERY", "EXPORT", "IMPORT"):
        assert f">{name}</text>" in svg
    for outcome in Outcome:
        assert f">{outcome}</text>" in svg


def test_it_can_be_read_without_being_seen() -> None:
    root = read(picture(small())).root
    assert root.get("role") == "img"
    title, description = root[0].text, root[1].text
    assert title == "Who talks to whom: PLANNER and TREATER"
    assert description is not None
    assert "SEND of PLANNER to RECEIVE of TREATER, RT Plan: works with loss" in description
    assert "EXPORT of TREATER to IMPORT of PLANNER, RT Beams Treatment Record: fails" in description


def test_lines_do_not_cross_on_the_left() -> None:
    plates = rectangles(large(6, 24), "dg-plate")
    tops = [plate.top for plate in plates]
    assert tops == sorted(tops)
    assert all(after - before >= 48 for before, after in pairwise(tops))


def test_very_many_lines_become_one_for_each_pair() -> None:
    assert len(rectangles(large(3, 200), "dg-plate")) <= MOST_ROWS


def test_there_is_no_picture_of_nothing() -> None:
    assert picture(nothing(small())) == ""
