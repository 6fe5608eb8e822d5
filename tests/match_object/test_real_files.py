"""Real plans against the example of IEC TR 62266, element by element."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from pydicom import Dataset, dcmread

from dcsgen import api
from dcsgen.api.dicom_files import object_of, read_object
from dcsgen.base.data_set import DicomObject, every_spot
from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import AttributeFate, Fate, ObjectFate
from plans import ROOT, approved, sample

GOLDEN = Path(__file__).parent / "golden"
WHEEL = "pymedphys==0.41.0"


@cache
def xyz() -> api.Loaded:
    return api.load(ROOT / "examples" / "xyz" / "xyz.yaml", api.open_host(folders=[ROOT / "plugins"]))


def fate(given: Path | DicomObject, calling: str = "", *, values: bool = True) -> ObjectFate:
    (found,) = api.match_objects([given], xyz(), calling=calling, values=values).fates
    return found


def line(one: AttributeFate) -> str:
    """What was looked at by a person: where it is, what becomes of it, where it goes, and why."""
    value = "\\".join(one.values)
    goes = ", ".join(one.fields)
    stored = f" = {chr(92).join(one.stored)}" if one.stored else ""
    wrong = "".join(f" [{trouble.cause} {trouble.status}]" for trouble in one.troubles)
    return f"{one.module or '-'} | {one.path} | {value} | {one.fate} | {goes}{stored}{wrong}".rstrip()


def test_pydicoms_plan_element_by_element(request: pytest.FixtureRequest) -> None:
    # The golden file was held against Annex B by hand, row by row.
    text = "".join(f"{line(one)}\n" for one in fate(sample()).attributes)
    golden = GOLDEN / "rtplan.txt"
    if request.config.getoption("--update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_pydicoms_plan_is_refused_because_it_is_not_approved() -> None:
    found = fate(sample(), values=False)
    assert found.outcome is Outcome.FAILS
    assert found.status is not None
    assert (found.status.code, found.status.others) == ("C021", ("A901",))
    assert found.sentence == (
        "XYZ/PRODUCT Treatment System refuses it with status C021: Approval Status has a value that is not APPROVED; "
        "2 more reasons to refuse it."
    )
    assert found.status.place is not None
    assert found.status.place.file.endswith("c_store_status.yaml")


def told_once(sent: DicomObject, found: ObjectFate) -> None:
    """Every Data Element without Items is told, once; nothing else is said to be read."""
    there = Counter(spot.path for spot in every_spot(sent.data_set) if spot.element and not spot.element.items)
    told = Counter(one.path for one in found.attributes if (one.read or one.count or one.vr == "SQ") and not one.items)
    unread = Counter(one.path for one in found.attributes if one.fate in (Fate.IGNORED, Fate.NOT_LISTED))
    read = Counter(one.read for one in found.attributes if one.read and not one.items)
    assert set(there) <= set(read) | set(unread)
    assert set(read) | set(unread) == set(there), set(told) - set(there)


@pytest.mark.parametrize("calling", ["", "TPS_ALPHA", "TPS_BETA", "VSIM_1"])
def test_every_data_element_is_told(calling: str) -> None:
    for sent in (read_object(sample()), object_of(approved(calling), "approved")):
        told_once(sent, fate(sent, calling))


def test_an_approved_plan_is_stored() -> None:
    found = fate(object_of(approved(), "plan"))
    assert found.outcome is Outcome.LOSS
    assert found.status is not None
    assert found.status.code == "0000"
    assert found.sentence.startswith("XYZ/PRODUCT Treatment System stores it with status 0000, if ")
    assert "8 ignored and 1 not listed in the mapping" in found.sentence


def test_other_objects() -> None:
    dose = fate(sample("rtdose.dcm"))
    assert (dose.outcome, dose.status) == (Outcome.FAILS, None)
    assert dose.reasons[0].slug == "sop-class-not-accepted"
    structures = fate(sample("rtstruct.dcm"))
    assert structures.outcome is Outcome.WORKS
    assert structures.application_entity == "XYZ_QUERY"
    assert {one.fate for one in structures.attributes} == {Fate.USED}


def test_what_pydicom_reads_of_a_truncated_plan() -> None:
    found = fate(object_of(dcmread(sample("rtplan_truncated.dcm")), "left"))
    assert found.status is not None
    assert found.status.code == "A901"
    absent = {one.path for one in found.attributes for trouble in one.troubles if trouble.cause == "absent"}
    assert {"ApprovalStatus", "ReviewDate", "ReviewerName"} <= absent


def test_numbers_of_items_are_told_from_one() -> None:
    plan = approved()
    plan.BeamSequence.append(Dataset())
    found = fate(object_of(plan, "plan"))
    absent = [one.path for one in found.attributes if one.troubles]
    assert absent
    assert all(path.startswith("BeamSequence[2].") for path in absent)
    wrong = approved()
    wrong.BeamSequence[0].ControlPointSequence[0].NominalBeamEnergy = "3"
    (one,) = [one for one in fate(object_of(wrong, "plan")).attributes if one.troubles]
    assert one.path == "BeamSequence[1].ControlPointSequence[1].NominalBeamEnergy"
    assert one.troubles[0].status == "C031"


@pytest.fixture(scope="module")
def monaco(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The RT Plans in the wheel of pymedphys (Apache-2.0), which a planning system has written."""
    folder = tmp_path_factory.mktemp("pymedphys")
    words = [sys.executable, "-m", "pip", "download", "-q", WHEEL, "--no-deps", "-d", str(folder)]
    try:
        subprocess.run(words, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"{WHEEL} cannot be had: {error}")
    (wheel,) = folder.glob("*.whl")
    found = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".dcm") and ("/rtplan/" in name or "/serviceplans/" in name):
                file = folder / Path(name).name
                file.write_bytes(archive.read(name))
                found[file.stem] = file
    return found


@pytest.mark.slow
def test_plans_of_a_planning_system(monaco: dict[str, Path]) -> None:
    assert set(monaco) == {"06MV_plan", "24mm_x_20mm_rectangle", "FFF_example", "vmat_example"}
    labels = {"FFF_example": "A905", "vmat_example": "A905"}
    for name, file in monaco.items():
        found = fate(file)
        assert found.status is not None
        # None is approved; the labels of two are longer than the 12 characters of the console.
        assert found.status.code == labels.get(name, "C021")
        wrong = {one.path for one in found.attributes if one.troubles}
        assert wrong == {"ApprovalStatus", "ReviewDate", "ReviewerName"} | (
            {"RTPlanLabel"} if name in labels else set()
        )
        told_once(read_object(file), found)


@pytest.mark.slow
def test_machines_are_not_those_of_the_ae_specific_mapping(monaco: dict[str, Path]) -> None:
    beams = {"06MV_plan": 10, "24mm_x_20mm_rectangle": 1, "FFF_example": 1, "vmat_example": 2}
    for name, number in beams.items():
        found = fate(monaco[name], "TPS_ALPHA")
        machines = [one for one in found.attributes if one.path.endswith("].TreatmentMachineName")]
        assert [one.fate for one in machines] == [Fate.REFUSED] * number
        assert {trouble.status for one in machines for trouble in one.troubles} == {"C060"}
        told_once(read_object(monaco[name]), found)
