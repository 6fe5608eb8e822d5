"""Each fault that is put into an example is found, at its line, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from faults import Fault, families

from dcsgen import api

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = families()
FAULTS = [fault for faults in FAMILIES.values() for fault in faults]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples and their plug-in, in which files can be changed."""
    folder = tmp_path_factory.mktemp("seeded")
    for part in ("examples", "plugins", "schemas"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "tests"))
    return folder


@pytest.fixture(scope="module")
def host(copy: Path) -> api.Host:
    """A host with the plug-in of the copy."""
    return api.open_host(folders=[copy / "plugins"])


def checked(description: Path, host: api.Host, fault: Fault) -> tuple[list[tuple[str, str, int]], str]:
    """Code, file and line of what is found and not accepted, and the report that a user reads."""
    configuration = api.overruled(api.configuration([description]), profile=fault.profile)
    report = api.check([description], host=host, configuration=configuration).report
    root = description.parents[2]
    places = [
        (one.code, Path(one.place.file).relative_to(root).as_posix(), one.place.line)
        for one in report.findings
        if one.place and not one.accepted
    ]
    assert all(one.place for one in report.findings)
    return sorted(places), api.report_as(report, "text", host, False)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_fault_is_found_at_its_line(copy: Path, host: api.Host, fault: Fault) -> None:
    file = copy / fault.file
    whole = file.read_text("utf-8")
    file.write_text(fault.edited(whole), encoding="utf-8")
    try:
        expected = fault.places(copy, whole)
        places, report = checked(copy / fault.description, host, fault)
    finally:
        file.write_text(whole, encoding="utf-8")
    assert places == expected, report


def test_there_are_enough_of_each_family() -> None:
    assert len(FAULTS) >= 40
    assert min(map(len, FAMILIES.values())) >= 4
    names = [str(fault) for fault in FAULTS]
    assert sorted(set(names)) == sorted(names)


def test_the_slips_of_published_statements_are_among_them() -> None:
    slips = {fault.finds for fault in FAULTS if fault.slip}
    assert len(slips) >= 5
