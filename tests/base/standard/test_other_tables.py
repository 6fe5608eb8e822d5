"""What pynetdicom's tables say of SOP Classes and statuses, and ours say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dcsgen.base.standard import statuses, uids
from dcsgen.base.standard.general_statuses import GENERAL
from dcsgen.base.standard.service_classes import service_of

THEIRS = json.loads((Path(__file__).parent / "facts" / "pynetdicom.json").read_text(encoding="utf-8"))

# Their table of statuses: our Service Classes, and the DIMSE services that the table is for.
TABLES = {
    "APPLICATION_EVENT_LOGGING_SERVICE_CLASS_STATUS": ("Application Event Logging", "N-ACTION"),
    "MEDIA_CREATION_MANAGEMENT_SERVICE_CLASS_STATUS": ("Media Creation Management", "N-CREATE N-ACTION N-GET"),
    "MODALITY_WORKLIST_SERVICE_CLASS_STATUS": ("Basic Worklist Management", "C-FIND"),
    "NON_PATIENT_SERVICE_CLASS_STATUS": ("Non-Patient Object Storage", "C-STORE"),
    "PRINT_JOB_MANAGEMENT_SERVICE_CLASS_STATUS": ("Print Management", "N-CREATE N-SET N-ACTION"),
    "PROCEDURE_STEP_STATUS": ("Modality Performed Procedure Step", "N-CREATE N-SET N-GET"),
    "QR_FIND_SERVICE_CLASS_STATUS": ("Query/Retrieve", "C-FIND"),
    "QR_GET_SERVICE_CLASS_STATUS": ("Query/Retrieve", "C-GET"),
    "QR_MOVE_SERVICE_CLASS_STATUS": ("Query/Retrieve", "C-MOVE"),
    "RELEVANT_PATIENT_SERVICE_CLASS_STATUS": ("Relevant Patient Information Query", "C-FIND"),
    "RT_MACHINE_VERIFICATION_SERVICE_CLASS_STATUS": ("RT Machine Verification", "N-CREATE N-SET N-GET N-ACTION"),
    "STORAGE_MANAGEMENT_SERVICE_CLASS_STATUS": ("Storage Management", "N-ACTION"),
    "STORAGE_SERVICE_CLASS_STATUS": ("Storage", "C-STORE"),
    "SUBSTANCE_ADMINISTRATION_SERVICE_CLASS_STATUS": ("Substance Administration Query", "C-FIND"),
    "UNIFIED_PROCEDURE_STEP_SERVICE_CLASS_STATUS": (
        "Unified Procedure Step",
        "N-CREATE N-SET N-GET N-ACTION C-FIND",
    ),
}
# They call a Service Class by another name than PS3.4 does.
OTHER_NAMES = {"Procedure Step": "Modality Performed Procedure Step"}


def test_every_sop_class_has_the_service_class_that_they_give_it() -> None:
    differing = {}
    for theirs, sop_classes in THEIRS["sop_classes"].items():
        for uid in sop_classes:
            found = service_of(uid)
            assert found is not None, uid
            if _spelled(found.service_class) != _spelled(_name(theirs)):
                differing[uid] = (found.service_class, theirs)
    assert differing == {}


def test_they_have_no_sop_class_that_the_registry_lacks() -> None:
    registered = {sop_class.uid for sop_class in uids.all_of(uids.SOP_CLASSES)}
    assert {uid for group in THEIRS["sop_classes"].values() for uid in group} <= registered


def test_the_codes_of_every_service_are_theirs_with_their_classes() -> None:
    # They call 0107 a warning only, as PS3.7 C.4.2 does.
    theirs = {int(code, 16): kind for code, kind in (row.split() for row in THEIRS["general"])}
    assert {code: str(general.status_class.value).capitalize() for code, general in GENERAL.items()} == theirs


@pytest.mark.parametrize("table", THEIRS["statuses"])
def test_every_service_class_has_their_statuses_and_no_other(table: str) -> None:
    service_class, dimse = TABLES[table]
    ours = {
        code: status.status_class.value
        for name in dimse.split()
        for status in statuses.statuses_of(name, service_class)
        if status.service_class and status.low not in GENERAL
        for code in range(status.low, status.high + 1)
    }
    theirs = dict(_codes(THEIRS["statuses"][table]))
    assert ours == theirs


def _codes(rows: list[str]) -> Iterator[tuple[int, str]]:
    for row in rows:
        codes, kind = row.split()
        low, high = (int(code, 16) for code in codes.split("-"))
        yield from ((code, kind.lower()) for code in range(low, high + 1))


def _name(theirs: str) -> str:
    words = "".join(f" {c}" if c.isupper() else c for c in theirs.removesuffix("ServiceClass")).strip()
    return OTHER_NAMES.get(words, words)


def _spelled(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
