"""The examples together fill every table of the layout of PS3.2 Annex N.

`annex-n-tables.txt` lists the tables, section by section, with the examples that fill each; `pytest --update` writes
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from annex_n_tables import Site, Table, filled, layout, outline, sites

from dcsgen import api
from dcsgen.render.statement import render

LISTING = Path(__file__).with_name("annex-n-tables.txt")

WAIVED_SECTIONS: dict[str, str] = {
    "security-details/profile-details/online-storage": "Nothing is asked of it beside a description, which is prose.",
    "security-details/profile-details/syslog-udp": "It is in plain text; the check advises against it.",
    "security-details/profile-details/confidentiality-details": "Nothing is asked of them beside a description.",
    "security-details/profile-details/digital-signature-details": "Nothing is asked of them beside a description.",
    "services/cross-service/grayscale": "It is told in prose; PS3.2 has no table for it.",
    "ae-specifications/status-codes/status-dimse/status-unused/status-table": (
        "A table of status codes that no service refers to is a finding of the check."
    ),
    "services/web/studies/studies-transaction/studies-further-user": (
        "Transactions beyond PS3.18 are those of one vendor's server; no example uses another vendor's."
    ),
    "services/web/web-service/web-transaction/web-transaction-user": (
        "Services beyond PS3.18 are those of one vendor's server; no example uses another vendor's."
    ),
}
"""Sections of which no example fills a table, each with the reason."""

WAIVED_TABLES: dict[str, str] = {}
"""Tables that no example fills, by anchor, each with the reason."""


@pytest.fixture(scope="module")
def fills(root: Path) -> Mapping[Table, list[str]]:
    """The names of the examples that fill each table."""
    host = api.open_host(folders=[root / "plugins"])
    found: dict[Table, list[str]] = {}
    for file in sorted(root.glob("examples/*/*.yaml")):
        if file.stem == file.parent.name:
            capability = api.load(file, host).capability
            assert capability is not None, file
            for table in dict.fromkeys(filled(render(capability, layout()).statement.sections)):
                found.setdefault(table, []).append(file.stem)
    return found


def all_sites() -> dict[str, tuple[Site, ...]]:
    """The sections of the layout that have tables, with the places that make them."""
    return {path: sites(section.part) for path, section in outline(layout().sections) if sites(section.part)}


def test_every_section_with_tables_has_one_in_an_example(fills: Mapping[Table, list[str]]) -> None:
    empty = set(all_sites()) - {table.section for table in fills}
    assert sorted(empty) == sorted(WAIVED_SECTIONS)


def test_every_table_is_filled_in_an_example(fills: Mapping[Table, list[str]]) -> None:
    made = {site for each in all_sites().values() for site in each}
    unfilled = {site.anchor for site in made - {table.site for table in fills}}
    assert sorted(unfilled) == sorted(WAIVED_TABLES)


def test_the_listing_says_which_example_fills_which_table(
    fills: Mapping[Table, list[str]], request: pytest.FixtureRequest
) -> None:
    lines: list[str] = []
    for path in all_sites():
        lines.append(path)
        rows = sorted((table.site.anchor, names) for table, names in fills.items() if table.section == path)
        lines += [f"  {anchor}: {', '.join(names)}" for anchor, names in rows] or [
            f"  {WAIVED_SECTIONS.get(path, 'in no example')}"
        ]
    text = "\n".join(lines) + "\n"
    if request.config.getoption("--update"):
        LISTING.write_text(text, encoding="utf-8")
    assert text == LISTING.read_text("utf-8")


def test_a_waiver_has_a_reason() -> None:
    for reason in (*WAIVED_SECTIONS.values(), *WAIVED_TABLES.values()):
        assert len(reason.split()) > 4
