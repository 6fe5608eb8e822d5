"""Where new pages begin: before annexes, and before chapters where much has come together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.plugin.statement import Section
from dcsgen.render.page_starts import LEAST, MOST, with_page_starts

HALF = MOST // 2


def section(number: str, size: int, *children: Section, **others: bool) -> Section:
    """A section whose own text has a weight."""
    html = "<p>Text.</p>" * size
    level = number.count(".") + 1
    return Section(id=number, number=number, title=number, level=level, html=html, children=children, **others)


def starts(*sections: Section) -> list[str]:
    """The numbers of the sections that begin a new page."""

    def found(below: Sequence[Section]) -> Iterator[str]:
        for one in below:
            if one.new_page:
                yield one.number
            yield from found(one.children)

    return list(found(with_page_starts(sections)))


def test_chapters_share_pages_as_long_as_they_are_short_together() -> None:
    assert starts(section("1", HALF), section("2", HALF // 2), section("3", 5)) == []
    assert starts(section("1", HALF), section("2", HALF), section("3", 5), section("4", HALF)) == ["2", "4"]


def test_a_chapter_is_divided_only_if_it_is_too_long_by_itself() -> None:
    two = section("2", 0, section("2.1", HALF // 2), section("2.2", HALF // 2))
    assert starts(section("1", HALF), two, section("3", HALF // 4)) == ["2"]
    long = section("2", 0, section("2.1", HALF), section("2.2", HALF), section("2.3", 5))
    assert starts(section("1", HALF), long) == ["2", "2.2"]


def test_no_page_for_little_and_none_that_ends_with_a_heading() -> None:
    assert starts(section("1", LEAST - 2), section("2", 2 * MOST)) == []
    assert starts(section("1", LEAST), section("2", 2 * MOST)) == ["2"]
    assert starts(section("1", LEAST), section("2", 0, section("2.1", 0, section("2.1.1", 2 * MOST)))) == ["2"]


def test_annexes_begin_a_page_unless_nothing_is_in_them() -> None:
    nothing = section("B", 1, applicable=False)
    assert starts(section("A", 5), nothing, section("C", 5, section("C.1", 5))) == ["A", "C"]


def test_a_page_that_turns_is_a_new_one_too() -> None:
    wide = section("2", HALF, landscape=True)
    assert starts(section("1", HALF), wide, section("3", HALF)) == []
