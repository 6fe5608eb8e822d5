"""Roles in cells, columns, headings and sentences."""

from __future__ import annotations

import pytest

from dcsgen.base.words import Role
from dcsgen.ingest import roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("SCU", Role.SCU),
        ("SCP", Role.SCP),
        ("SCU/SCP", Role.BOTH),
        ("SCU\n/SCP", Role.BOTH),
        ("SCU & SCP", Role.BOTH),
        ("User", Role.SCU),
        ("Provider of Service", Role.SCP),
        ("Both", Role.BOTH),
        ("User Agent", None),
        ("None", None),
        ("", None),
    ],
)
def test_cells(text: str, role: Role | None) -> None:
    assert roles.of_cell(text) is role


@pytest.mark.parametrize(
    ("scu", "scp", "role"),
    [
        ("Yes", "No", Role.SCU),
        ("", "X", Role.SCP),
        ("Yes", "Option", Role.BOTH),
        ("✓", "–", Role.SCU),
        ("No", "N/A", None),
        ("not supported", "supported", Role.SCP),
    ],
)
def test_columns_of_yes_and_no(scu: str, scp: str, role: Role | None) -> None:
    assert roles.of_yes_and_no(scu, scp) is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("STORE provides Standard Conformance to the following SOP Classes as an SCP:", Role.SCP),
        ("The following SOP Classes are supported as SCU.", Role.SCU),
        ("It supports these as SCU and as SCP:", Role.BOTH),
        ("It does not support any SOP Class as SCP.", None),
        ("The workstation stores images.", None),
    ],
)
def test_sentences(text: str, role: Role | None) -> None:
    said = roles.of_sentence(text)
    assert (said.role if said else None) is role
