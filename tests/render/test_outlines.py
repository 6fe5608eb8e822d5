"""The section trees of the layouts are those of PS3.2, as checked-in lists have them, and say how sure they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin.layout import Layout, OutlineSection, Unseen
from dcsgen.render.numbering import child_number

OUTLINES = Path(__file__).parent / "outlines"
BY_NAME = {layout.name: layout for layout in LAYOUTS}
LISTED = [file.stem for file in sorted(OUTLINES.glob("*.txt"))]


class Row(NamedTuple):
    """A section: its number with x for one of several, its title with … for a name, and how sure it is."""

    number: str
    title: str
    sure: str


def listed(name: str) -> tuple[list[Row], list[str]]:
    """The rows of a checked-in list, and the numbers of those that the layout leaves out for a reason."""
    rows, left_out = [], []
    for line in (OUTLINES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        number, title, sure, *reason = (cell.strip() for cell in line.split(" | "))
        if reason:
            assert reason[0].startswith("not here: ")
            left_out.append(number)
        else:
            rows.append(Row(number, title, sure))
    return rows, left_out


def drawn(sections: Sequence[OutlineSection], parent: str = "") -> Iterator[tuple[Row, OutlineSection]]:
    """The rows of an outline in its order, as if every section stood there."""
    counts: dict[str, int] = {}
    for section in sections:
        if section.each:
            number = f"{parent}.x"
        else:
            index = counts.get(section.number, 0)
            counts[section.number] = index + 1
            number = child_number(parent, index, section.number)
        title = re.sub(r"\{\{.*?\}\}", "…", section.title)
        sure = "own" if Unseen.SECTION in section.unverified else "S" if section.unverified else "T"
        yield Row(number, title, sure), section
        yield from drawn(section.sections, number)


def layout_of(name: str) -> Layout:
    return BY_NAME[name]


@pytest.mark.parametrize("name", LISTED)
def test_the_outline_is_that_of_the_standard(name: str) -> None:
    rows, left_out = listed(name)
    found = [row for row, _ in drawn(layout_of(name).sections)]

    assert found == rows
    assert not {row.number for row in found} & set(left_out)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_ids_of_siblings_differ(layout: Layout) -> None:
    def check(sections: Sequence[OutlineSection]) -> None:
        ids = [section.id for section in sections]
        assert len(ids) == len(set(ids))
        for section in sections:
            check(section.sections)

    check(layout.sections)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_links_lead_to_is_in_every_layout(layout: Layout) -> None:
    if layout.name == "overview":
        return
    ids = {section.id for _, section in drawn(layout.sections)}
    assert ids >= {
        "statement",
        "data-flow",
        "mapping",
        "status-table",
        "ae-mapping",
        "parameters",
        "private-attributes",
    }
    assert ids >= {"extended-sop-classes", "character-sets", "communication", "ae-specifications"}
