"""The word `none` in the place of records: what is made of it, and what cannot stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api

FRAME = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities: {A: {function: It stores.}}
"""
REPORTS = "templates: {dose: {tid: '10011', name: CT Radiation Dose}}\n"
HOST = api.open_host(vendors=False)


def described(folder: Path, text: str, name: str = "product.yaml") -> Path:
    file = folder / name
    file.write_text(FRAME + text, "utf-8")
    return file


def test_it_is_not_the_same_as_nothing(tmp_path: Path) -> None:
    capability = api.load(described(tmp_path, "templates: none\n"), HOST).capability
    assert capability is not None
    assert (capability.templates, capability.context_groups) == ({}, None)


@pytest.mark.parametrize("text", ["templates: non\n", "templates: []\n"])
def test_another_word_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    (finding,) = api.load(described(tmp_path, text), HOST).findings
    assert finding.place is not None
    assert finding.place.line == 5


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("templates: {}\n", "write `none` if there is nothing of it; for example "),
        ("sequences: {}\n", "write `none` if there is nothing of it; for example "),
        ("templates:\n", "write `none` if there is nothing of it; for example "),
        ("configuration: {parameters: {}}\n", "write `none` if there is nothing of it; for example "),
        ("character_sets: {supported: []}\n", "write `none` if there is nothing of it; for example "),
        ("character_sets: {supported: [none]}\n", "write `none` without brackets"),
        ("communication: {stacks: {TCP/IP: {additional_protocols: [none]}}}\n", "write `none` without brackets"),
        ("character_sets: none\n", "leave the key out or write `supported: none` inside"),
        ("services: none\n", "leave the key out"),
    ],
)
def test_other_ways_to_say_nothing_lead_to_it(tmp_path: Path, text: str, hint: str) -> None:
    (finding,) = api.load(described(tmp_path, text), HOST).findings
    assert finding.hint.startswith(hint)


def test_records_beside_it_are_a_contradiction(tmp_path: Path) -> None:
    (tmp_path / "reports.yaml").write_text(REPORTS, "utf-8")
    (finding,) = api.load(described(tmp_path, "include: [reports.yaml]\ntemplates: none\n"), HOST).findings
    assert finding.slug == "include-conflict"
    assert finding.place is not None
    assert (Path(finding.place.file).name, finding.place.line) == ("reports.yaml", 1)
    assert "product.yaml:6:1" in finding.message


def test_it_takes_the_place_of_what_an_elder_has(tmp_path: Path) -> None:
    described(tmp_path, REPORTS, "elder.yaml")
    capability = api.load(described(tmp_path, "extends: elder.yaml\ntemplates: none\n"), HOST).capability
    assert capability is not None
    assert capability.templates == {}
