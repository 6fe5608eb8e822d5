"""The layout of this vendor: an outline over the parts of dcsgen, of which it says one in its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api

EXAMPLE = Path(__file__).parents[3] / "examples" / "xyz" / "xyz.yaml"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("sheet")
    host = api.open_host(folders=[Path(__file__).parents[1]])
    configuration = api.configuration([EXAMPLE])
    result = api.build(
        EXAMPLE, out=folder, formats=["html"], layout="xyz-service", host=host, configuration=configuration
    )
    assert [found for found in result.findings if not found.accepted] == []
    return result.paths[0].read_text(encoding="utf-8")


def test_the_part_of_the_layout_comes_before_the_shared_one(sheet: str) -> None:
    assert "Ask the\nhospital for the AE Titles" in sheet
    assert "This document states" not in sheet


def test_all_other_parts_are_those_of_dcsgen(sheet: str) -> None:
    assert "Local AE Titles and presentation addresses" in sheet
    assert "When the Product Refuses" in sheet
    assert "Parameters of XYZ_IMPORT" in sheet


def test_its_own_words_are_there_in_german(tmp_path: Path) -> None:
    """Titles and the part of the layout come from its own catalogue, all other words from that of dcsgen."""
    host = api.open_host(folders=[Path(__file__).parents[1]])
    result = api.build(EXAMPLE, out=tmp_path, formats=["html"], layout="xyz-service", language="de", host=host)
    sheet = result.paths[0].read_text(encoding="utf-8")
    for words in ("Treatment System anschließen", "Wenn das Produkt ablehnt", "Lassen Sie sich vom Krankenhaus vorab"):
        assert words in sheet
    assert "Lokale AE-Titel und Präsentationsadressen" in sheet
    assert "Parameter von XYZ_IMPORT" in sheet


def test_it_has_no_contents(sheet: str) -> None:
    assert "contents-of-document" not in sheet
