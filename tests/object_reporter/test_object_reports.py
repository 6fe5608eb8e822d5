"""Reports about objects: every form tells the answer, none tells a value that nobody asked for."""

from __future__ import annotations

import json
import re
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.object_fate import ObjectMatch
from dcsgen.builtin import collected
from dcsgen.plugin import ObjectReporter
from plans import ROOT, approved, sample

REPORTERS: dict[str, ObjectReporter] = {one.name: one for one in collected("object_reporter", "REPORTER")}
TEXTS = [name for name, one in REPORTERS.items() if not one.binary]
PATIENT = ("Last^First", "id00001", "1.2.777.777.77.7.7777.7777.20030903150023", "Plan1", "unit001")


@cache
def match(*, values: bool = False, several: bool = False) -> ObjectMatch:
    xyz = api.load(ROOT / "examples" / "xyz" / "xyz.yaml", api.open_host(folders=[ROOT / "plugins"]))
    files = [sample(), *([sample("rtdose.dcm"), sample("rtplan_truncated.dcm")] if several else [])]
    return api.match_objects(files, xyz, calling="TPS_BETA", values=values)


def written(name: str, **how: bool) -> str:
    found = REPORTERS[name].write(match(**how), False)
    assert isinstance(found, str)
    return found


def cells(**how: bool) -> str:
    found = REPORTERS["xlsx"].write(match(**how), False)
    assert isinstance(found, bytes)
    book = load_workbook(BytesIO(found))
    return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)


def test_these_forms_there_are() -> None:
    assert set(REPORTERS) == {"text", "json", "html", "pdf", "xlsx", "markdown"}


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("name", [*TEXTS, "xlsx"])
def test_no_value_is_told_unless_it_is_asked_for(name: str, several: bool) -> None:
    def report(values: bool) -> str:
        if name == "xlsx":
            return cells(values=values, several=several)
        return written(name, values=values, several=several)

    assert [value for value in PATIENT if value in report(False)] == []
    shown = [value for value in PATIENT if value in report(True)]
    # The forms without tables of all Attributes show only what is wrong.
    whole = name in ("json", "html", "xlsx") or (name == "text" and not several)
    assert shown == (list(PATIENT) if whole else ["unit001"])


@pytest.mark.parametrize("name", TEXTS)
def test_the_answer_stands_before_everything_else(name: str) -> None:
    text = written(name).replace("&#95;", "_")
    sentence = "XYZ/PRODUCT Treatment System refuses it with status C060: Treatment Machine Name has a value"
    assert sentence in text
    if name != "json":
        assert text.index(sentence) < text.index("TreatmentMachineName")
    assert "rt_plan_import.yaml" in text


def test_the_text_has_every_attribute_by_module_and_item() -> None:
    lines = written("text").splitlines()
    assert lines[0].startswith("✗ fails: ")
    patient = lines.index("Patient: 3 used, 3 defaulted, 1 empty")
    assert lines[patient + 1].startswith("  ✓ Patient's Name (0010,0010) (PN, ")
    assert "  BeamSequence[1].ControlPointSequence[1]" in lines
    assert any(
        re.match(r"    ✓ Gantry Angle \(300A,011E\) \(DS, 3 characters\): used → SEGMENT.GANTRY", one) for one in lines
    )


def test_of_several_objects_the_text_shows_what_is_wrong() -> None:
    text = written("text", several=True)
    assert text.startswith("XYZ/PRODUCT Treatment System 4.1: 2 fails\n")
    assert "RT Dose Storage" in text
    assert "unreadable: " in text
    assert "Gantry Angle" not in text


def test_json_is_in_its_schema() -> None:
    from dcsgen.load.validate import validator

    for how in ({}, {"values": True}, {"several": True}):
        data = json.loads(written("json", **how))
        assert [error.message for error in validator(schemas.load("object-match")).iter_errors(data)] == []
    data = json.loads(written("json"))
    (found,) = data["objects"]
    assert (data["schema"], data["calling"], data["fails"]) == (1, "TPS_BETA", True)
    assert found["status"]["code"] == "C060"
    assert found["status"]["place"]["line"] > 1
    machine = next(one for one in found["attributes"] if one["path"] == "BeamSequence[1].TreatmentMachineName")
    assert machine["troubles"][0]["status"] == "C060"
    assert machine["place"]["file"].endswith("rt_plan_import.yaml")


def test_html_needs_nothing_else_and_escapes_what_objects_say() -> None:
    from dcsgen.api.dicom_files import object_of

    plan = approved()
    plan.RTPlanName = "<script>alert(1)</script>"
    xyz = api.load(ROOT / "examples" / "xyz" / "xyz.yaml", api.open_host(folders=[ROOT / "plugins"]))
    text = REPORTERS["html"].write(api.match_objects([object_of(plan, "<b>.dcm")], xyz, values=True), False)
    assert isinstance(text, str)
    assert "<script" not in text
    assert "<b>.dcm" not in text
    assert not re.search(r'(?:src|href)="(?!#)', text)


def test_binary_reports_are_the_same_each_time() -> None:
    write = REPORTERS["xlsx"].write
    assert write(match(), False) == write(match(), False)
    assert "BeamSequence[1].TreatmentMachineName" in cells()


@pytest.mark.slow
def test_the_pdf_is_tagged_and_carries_the_json() -> None:
    import pikepdf

    data = REPORTERS["pdf"].write(match(), False)
    assert isinstance(data, bytes)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert json.loads(pdf.attachments["objects.json"].get_file().read_bytes()) == json.loads(written("json"))


def test_colours_are_for_terminals() -> None:
    found = REPORTERS["text"].write(match(), True)
    assert isinstance(found, str)
    assert "\x1b[" in found
    assert "\x1b[" not in written("text")
    assert re.sub(r"\x1b\[[0-9;]*m", "", found) == written("text")
