"""Tables have the columns of PS3.2, in its order: what is printed is compared with a transcription of its text."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from filling import below
from reference import chapter, needs_reference, rows

from dcsgen import api
from dcsgen.base.errors import UsageError
from dcsgen.base.resources import folder
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin import Section
from dcsgen.plugin.tables import tables_from_file
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.statement import render
from dcsgen.render.tables import Tables

HERE = Path(__file__).parent
DOCUMENT = {"identifier": "DCS-1", "revision": "1", "date": "2024-01-31"}
EVERYTHING = HERE / "everything.yaml"


class Expected(msgspec.Struct, kw_only=True):
    """A table of the standard."""

    columns: list[str]
    in_: str = msgspec.field(name="in")
    like: str = ""


TABLES = msgspec.yaml.decode((HERE / "tables_of_annexes.yaml").read_bytes(), type=dict[str, dict[str, Expected]])
EACH = [(layout, name) for layout, tables in TABLES.items() for name in tables]


class Printed(NamedTuple):
    """A table of a document: the number of its section, and its headings."""

    number: str
    columns: list[str]


def tables_in(section: Section) -> list[Printed]:
    """The tables of one section."""
    heads = re.findall(r"<thead>(.*?)</thead>", section.html, re.DOTALL)
    cells = [re.findall(r"<th[^>]*>(.*?)</th>", head) for head in heads]
    return [Printed(section.number, [html.unescape(cell) for cell in row]) for row in cells]


@cache
def printed(layout_name: str) -> tuple[Printed, ...]:
    """All tables that a product that supports everything has in a layout."""
    (layout,) = (layout for layout in LAYOUTS if layout.name == layout_name)
    loaded = api.load(EVERYTHING, api.open_host(vendors=False))
    assert loaded.capability is not None, loaded.findings
    statement = render(loaded.capability, layout).statement
    return tuple(table for one in statement.sections for section in below(one) for table in tables_in(section))


def number_fits(number: str, pattern: str) -> bool:
    """Whether a section has the number of a pattern, in which x is any one."""
    return re.fullmatch(re.escape(pattern).replace("x", r"\d+"), number) is not None


@pytest.mark.parametrize(("layout", "name"), EACH, ids=[f"{layout}: {name}" for layout, name in EACH])
def test_a_table_has_the_columns_of_the_standard_in_its_section(layout: str, name: str) -> None:
    expected = TABLES[layout][name]
    here = [table.columns for table in printed(layout) if number_fits(table.number, expected.in_)]

    assert expected.columns in here


@needs_reference
@pytest.mark.parametrize(("layout", "name"), EACH, ids=[f"{layout}: {name}" for layout, name in EACH])
def test_the_transcription_is_that_of_the_collected_facts(layout: str, name: str) -> None:
    expected = TABLES[layout][name]
    source = expected.like or name
    text = (
        chapter("### A.3 Tables", "## B. The 2003")
        if layout == "ps3.2-annex-n"
        else chapter("### B.3 Normative", "### B.6 'Shall'")
    )
    found = [" ".join(row) for row in rows(text) if names_table(row[0], source)]
    assert found, f"{source} is not among the facts"

    # `Behavior (SCU) / Condition (SCP)` is one cell of the facts for two tables.
    facts = [re.sub(r"[*`]", "", line).casefold() for line in found]
    wanted = [re.sub(r" \(.*\)$|\(s\)$", "", column).casefold() for column in expected.columns]
    once = list(dict.fromkeys(wanted))
    assert any(all(column in line for column in once) for line in facts), (wanted, facts)


def names_table(cell: str, name: str) -> bool:
    """Whether the first cell of a row of facts is about a table, perhaps among others: `N.7-88 / -89`."""
    plain = re.sub(r"[*`()]", "", cell).strip()
    name = re.sub(r"[*`()]", "", name)
    return plain == name or re.match(re.escape(name) + r"(?![\d.])", plain) is not None or f" {name}" in plain


@pytest.mark.parametrize("file", sorted(folder("templates").rglob("tables.yaml")), ids=lambda file: file.parent.name)
def test_widths_are_percentages_and_cells_exist(file: Path) -> None:
    macros = {
        name
        for cells in folder("templates").rglob("cells/*.html")
        for name in re.findall(r"{% macro (\w+)\(", cells.read_text("utf-8"))
    }
    for kind, table in tables_from_file(file).items():
        optional = any(column.optional for column in table.columns)
        total = sum(column.width for column in table.columns)
        assert not table.columns or optional or abs(total - 100) < 1, kind
        assert {cell for column in table.columns for cell in column.cells} <= macros, kind


def test_a_kind_that_a_layout_has_is_one_that_all_can_fall_back_on() -> None:
    shared = set(tables_from_file(folder("templates") / "tables.yaml"))
    own = {"sop_classes", "extended_negotiation", "media_contents", "event_behaviour"}
    own |= {"web_options", "web_options_retrieve", "web_options_store", "received_attributes", "exported_attributes"}
    for layout in TABLES:
        kinds = set(tables_from_file(folder("templates") / "layouts" / layout / "tables.yaml"))
        assert kinds - shared <= own


def test_a_template_folder_changes_the_columns_of_one_table(tmp_path: Path) -> None:
    own = "history:\n  columns:\n    - {heading: Issue, width: 40, cells: [revision]}\n"
    own += "    - {heading: Who, width: 60, cells: [author], empty: nobody}\n"
    (tmp_path / "tables.yaml").write_text(own, encoding="utf-8")
    history = {"1": {"date": "2024-01-31", "description": "All of it."}}
    capability = api.capability_of(minimal_description(document={**DOCUMENT, "history": history}))
    (layout,) = (layout for layout in LAYOUTS if layout.name == "tr62266")
    sections = [one for top in render(capability, layout, [tmp_path]).statement.sections for one in below(top)]

    (table,) = (table for section in sections for table in tables_in(section) if "Issue" in table.columns)
    assert table.columns == ["Issue", "Who"]
    assert any("<td>nobody</td>" in section.html for section in sections)


def test_a_column_that_would_be_empty_throughout_is_left_out_or_says_so(tmp_path: Path) -> None:
    own = "history:\n  columns:\n    - {heading: Issue, width: 40, cells: [revision]}\n"
    own += "    - {heading: Who, width: 20, cells: [author], optional: true}\n"
    own += "    - {heading: Author, width: 20, cells: [author]}\n"
    own += "    - {heading: What, width: 20, cells: [revision_description]}\n"
    (tmp_path / "tables.yaml").write_text(own, encoding="utf-8")
    history = {
        "1": {"date": "2024-01-31", "description": "All of it."},
        "2": {"date": "2024-02-29", "description": "More."},
    }
    capability = api.capability_of(minimal_description(document={**DOCUMENT, "history": history}))
    (layout,) = (layout for layout in LAYOUTS if layout.name == "tr62266")
    sections = [one for top in render(capability, layout, [tmp_path]).statement.sections for one in below(top)]

    (html,) = (section.html for section in sections if '<th scope="col">Issue' in section.html)
    assert re.findall(r"<th scope=\"col\">(.*?)</th>", html) == ["Issue", "Author", "What"]
    assert [re.findall("<td>(.*?)</td>", row) for row in re.findall("<tr>.*?</tr>", html)[1:]] == [
        ["-", "All of it."],
        ["-", "More."],
    ]


@pytest.mark.parametrize("file", sorted(folder("templates").rglob("tables.yaml")), ids=lambda file: file.parent.name)
def test_a_tag_has_room_on_an_upright_page(file: Path) -> None:
    on_their_side = {"private_attributes", "received_attributes", "exported_attributes"}
    for kind, table in tables_from_file(file).items():
        total = sum(column.width for column in table.columns)
        for column in table.columns:
            if column.cells == ("tag",) and kind not in on_their_side:
                assert column.width / total > 0.106, kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("history: {columns: [{heading: A}]}\n", "tables.yaml is broken"),
        ("history: {columns: [\n", "tables.yaml is broken: while parsing .*, line 2, column 1$"),
        ("", "tables.yaml is broken"),
        ("history: {columns: [{heading: A, width: 100, cells: [no_such_cell]}]}\n", "no_such_cell"),
        (
            "\nhistroy: {columns: [{heading: A, width: 100, cells: [revision]}]}\n",
            'tables.yaml, line 2: there is no kind of table "histroy": did you mean "history"',
        ),
        ("of_mine: {columns: []}\n", 'line 1: there is no kind of table "of_mine": no template asks for its columns'),
    ],
)
def test_a_mistake_in_a_table_is_told_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "tables.yaml").write_text(text, encoding="utf-8")
    history = {"1": {"date": "2024-01-31", "description": "All of it."}}
    capability = api.capability_of(minimal_description(document={**DOCUMENT, "history": history}))
    (layout,) = (layout for layout in LAYOUTS if layout.name == "tr62266")

    with pytest.raises(UsageError, match=said):
        render(capability, layout, [tmp_path])


def test_a_kind_that_no_folder_has_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="asks for the columns of nothing"):
        Tables([tmp_path]).columns_of("nothing")


def test_a_template_of_ones_own_may_have_a_kind_of_table_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "tables.yaml").write_text("of_mine: {columns: []}\nweb_options: {columns: []}\n", encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "audience.html").write_text("<p>{{ columns_of('of_mine')|length }}</p>", encoding="utf-8")
    assert Tables([tmp_path, folder("templates")]).columns_of("of_mine") == ()
