"""`dcsgen match FILE.dcm RECEIVER` from its words to what it writes, with the real library behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from cli_fakes import Outcome
from pydicom.data import get_testdata_file

Command = Callable[..., Outcome]

RECEIVER = """\
dcsgen: 1
product: {name: RECORD, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  IMPORT: {function: It imports.}
services:
  import:
    application_entity: IMPORT
    sop_classes: [RTPlanStorage]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
    attribute_mapping: plans
    statuses:
      "0000": {class: success, meaning: Success}
      A9xx: {class: failure, meaning: Does not match}
      B006: {class: warning, meaning: Elements discarded}
iods:
  plan: {title: RT Plan, sop_class: RTPlanStorage, role: received, modules: {Patient: {support: used}}}
attribute_mappings:
  plans:
    title: Import of plans
    iod: plan
    direction: import
    target: database
    statuses: {absent: A901, ignored: B006}
    modules:
      Patient:
        attributes:
          PatientID: {use: mandatory, field: PATIENT.ID}
"""


@pytest.fixture
def match(command: Command, tmp_path: Path) -> Command:
    for name in ("rtplan.dcm", "rtplan_truncated.dcm", "rtdose.dcm"):
        found = get_testdata_file(name, download=False)
        if found is None:
            pytest.skip(f"pydicom is installed without its test file {name}")
        copy(str(found), tmp_path / name)
    (tmp_path / "receiver.yaml").write_text(RECEIVER)
    return lambda *words: command("match", *words)


def test_the_answer_is_one_sentence_and_then_why(match: Command) -> None:
    outcome = match("rtplan.dcm", "receiver.yaml")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[:5] == [
        "≈ works with loss: RECORD stores it with status B006: 1 Attribute is used and 113 not listed in the mapping.",
        "    rtplan.dcm: RT Plan Storage, Implicit VR Little Endian → IMPORT",
        "    for no particular calling AE Title; values of the object are not shown",
        "    status: B006 Elements discarded (warning)",
        "        receiver.yaml:16:7",
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["rtplan.dcm"], 0),
        (["rtplan.dcm", "--fail-on", "loss"], 1),
        (["rtplan.dcm", "--fail-on", "loss", "--exit-zero"], 0),
        (["rtdose.dcm"], 1),
        (["rtplan.dcm", "rtdose.dcm"], 1),
        (["rtplan_truncated.dcm"], 3),
        (["rtplan.dcm", "rtplan_truncated.dcm"], 3),
        (["none.dcm"], 3),
        (["rtplan.dcm", "--calling", "A" * 17], 2),
        (["rtplan.dcm", "--output", "pdf"], 2),
        (["rtplan.dcm", "--draft", "b"], 2),
        (["rtplan.dcm", "--site", "site.yaml"], 2),
        (["rtplan.dcm", "--full"], 2),
    ],
)
def test_the_exit_code(words: list[str], code: int, match: Command) -> None:
    files = [word for word in words if word.endswith(".dcm")]
    outcome = match(*files, "receiver.yaml", *words[len(files) :])
    assert outcome.code == code
    assert "Traceback" not in outcome.err


def test_what_cannot_be_read_is_told_in_a_sentence(match: Command, tmp_path: Path) -> None:
    outcome = match("rtplan_truncated.dcm", "receiver.yaml")
    assert "rtplan_truncated.dcm is truncated: it ends in Beam Sequence (300A,00B0)" in outcome.err
    (tmp_path / "text.dcm").write_text("no object")
    assert "text.dcm is no DICOM file" in match("text.dcm", "receiver.yaml").err


def test_a_folder_and_several_outputs(match: Command, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for name in ("rtplan.dcm", "rtdose.dcm"):
        (tmp_path / name).rename(tmp_path / "plans" / name)
    outcome = match("plans", "receiver.yaml", "--output", "json=a.json", "--output", "markdown")
    assert outcome.code == 1
    assert outcome.out.startswith("# RECORD 1.0: what becomes of objects")
    data = json.loads((tmp_path / "a.json").read_text())
    assert data["counts"] == {"works": 0, "works with loss": 1, "cannot tell": 0, "fails": 1}


def test_an_object_is_never_written_over(match: Command, tmp_path: Path) -> None:
    before = (tmp_path / "rtplan.dcm").read_bytes()
    outcome = match("rtplan.dcm", "receiver.yaml", "--output", "json=rtplan.dcm")
    assert outcome.code == 2
    assert (tmp_path / "rtplan.dcm").read_bytes() == before


def test_values_only_if_asked_for(match: Command) -> None:
    assert "id00001" not in match("rtplan.dcm", "receiver.yaml").out
    assert "id00001" in match("rtplan.dcm", "receiver.yaml", "--values").out


def test_what_is_for_objects_is_not_for_descriptions(match: Command) -> None:
    for words in (["--calling", "A"], ["--values"]):
        outcome = match("receiver.yaml", "receiver.yaml", *words)
        assert outcome.code == 2
        assert "DICOM objects" in outcome.err
    assert match("receiver.yaml", "receiver.yaml", "receiver.yaml").code == 2
