"""Keys of queries and Attributes of operations get what PS3.4 and the data dictionary say about them."""

from __future__ import annotations

from typing import Any

from dcsgen.model import Capability, Service
from dcsgen.plugin.testing import minimal_description
from dcsgen.resolve.resolve import Resolved, resolve


def resolved(sop_class: str, role: str = "SCU", **keys: Any) -> Resolved:
    service = {"application_entity": "A", "sop_classes": [sop_class], "role": role}
    private = {
        "(3287,xx01)": {"creator": "XYZ", "name": "Own", "vr": "LO", "vm": "1"},
        "(3287,xx02)": {"creator": "XYZ", "name": "Own Sequence", "vr": "SQ", "vm": "1"},
    }
    root = minimal_description(
        application_entities={"A": {"function": "All."}},
        private_attributes=private,
        services={"s": {**service, "transfer_syntaxes": ["ImplicitVRLittleEndian"], **keys}},
    )
    return resolve(root, {})


def service_of(result: Resolved) -> Service:
    assert isinstance(result.capability, Capability)
    return result.capability.services["s"]


WORKLIST = "ModalityWorklistInformationModelFind"
PATIENT_ROOT = "PatientRootQueryRetrieveInformationModelFind"
STEP = "ModalityPerformedProcedureStep"


def test_a_key_of_a_worklist_has_both_types() -> None:
    keys = service_of(resolved(WORKLIST, keys={"ScheduledProcedureStepSequence.Modality": {}})).keys
    assert list(keys) == ["ScheduledProcedureStepSequence", "ScheduledProcedureStepSequence.Modality"]
    assert keys["ScheduledProcedureStepSequence"].implied
    modality = keys["ScheduledProcedureStepSequence.Modality"]
    assert (modality.name, modality.tag, modality.vr) == ("Modality", "(0008,0060)", "CS")
    # PS3.4 Table K.6-1: Matching Key Type R, Return Key Type 1.
    assert (modality.matching_type, modality.return_type) == ("R", "1")


def test_a_key_of_a_query_has_its_level() -> None:
    keys = service_of(
        resolved(PATIENT_ROOT, keys={"PatientID": {}, "StudyInstanceUID": {}, "Rows": {"level": "IMAGE"}})
    )
    found = {path: (key.level, key.matching_type) for path, key in keys.keys.items()}
    # PS3.4 Tables C.6-1 and C.6-2; Rows are in no table.
    assert found == {"PatientID": ("PATIENT", "U"), "StudyInstanceUID": ("STUDY", "U"), "Rows": ("IMAGE", "")}


def test_a_level_of_the_standard_is_not_overruled() -> None:
    keys = service_of(resolved(PATIENT_ROOT, keys={"StudyDate": {"level": "SERIES"}})).keys
    assert keys["StudyDate"].level == "STUDY"


def test_an_attribute_of_an_operation_has_the_type_for_the_role() -> None:
    operations = {"create": {"operation": "N-CREATE", "attributes": {"SpecificCharacterSet": {}, "Modality": {}}}}
    attributes = service_of(resolved(STEP, operations=operations)).operations["create"].attributes
    # PS3.4 Table F.7.2-1 has 1C/1C and 1/1.
    assert {path: each.type for path, each in attributes.items()} == {"SpecificCharacterSet": "1C", "Modality": "1"}


def test_what_is_not_allowed_has_no_type() -> None:
    operations = {"set": {"operation": "N-SET", "attributes": {"PatientID": {}}}}
    assert service_of(resolved(STEP, operations=operations)).operations["set"].attributes["PatientID"].type == ""


def test_the_type_of_an_event_is_that_of_its_id() -> None:
    attributes = {"FailedSOPSequence": {}}
    operations = {
        "good": {"operation": "N-EVENT-REPORT", "type_id": 1, "attributes": attributes},
        "bad": {"operation": "N-EVENT-REPORT", "type_id": 2, "attributes": attributes},
    }
    found = service_of(resolved("StorageCommitmentPushModel", "SCP", operations=operations)).operations
    # PS3.4 Table J.3-2: the sequence is of event 2 alone, and of the SCP, which sends it.
    assert (found["good"].attributes["FailedSOPSequence"].type, found["bad"].attributes["FailedSOPSequence"].type) == (
        "",
        "1",
    )


def test_an_operation_of_a_meta_sop_class_is_looked_up_by_its_own() -> None:
    operations = {
        "session": {"operation": "N-CREATE", "sop_class": "BasicFilmSession", "attributes": {"NumberOfCopies": {}}}
    }
    service = service_of(resolved("BasicGrayscalePrintManagementMeta", "SCP", operations=operations))
    session = service.operations["session"]
    assert session.sop_class is not None
    assert session.sop_class.uid == "1.2.840.10008.5.1.1.1"
    assert session.attributes["NumberOfCopies"].type == "M"


def test_numbers_become_text() -> None:
    operations = {"o": {"operation": "N-SET", "attributes": {"NumberOfCopies": {"values": [1, 2], "default": 1}}}}
    service = service_of(resolved("BasicFilmSession", operations=operations, keys={"SeriesNumber": {"value": 3}}))
    copies = service.operations["o"].attributes["NumberOfCopies"]
    assert (copies.values, copies.default, service.keys["SeriesNumber"].value) == (("1", "2"), "1", "3")


def test_private_attributes_are_known() -> None:
    keys = service_of(resolved(WORKLIST, keys={"(3287,xx02).(3287,xx01)": {}})).keys
    assert [(path, key.name) for path, key in keys.items()] == [
        ("(3287,xx02)", "Own Sequence"),
        ("(3287,xx02).(3287,xx01)", "Own"),
    ]


def test_an_unknown_attribute_is_said_at_its_key() -> None:
    result = resolved(WORKLIST, keys={"PatientNam": {}, "PatientID.PatientName": {}, "(0010,0020)": {}})
    assert result.capability is None
    assert [(p.path, p.message) for p in result.problems] == [
        (
            ("services", "s", "keys", "PatientNam"),
            '"PatientNam" is no Attribute that the standard or this description knows',
        ),
        (
            ("services", "s", "keys", "PatientID.PatientName"),
            '"PatientID" is no Sequence, so that nothing stands in it',
        ),
        (
            ("services", "s", "keys", "(0010,0020)"),
            '"(0010,0020)" is no Attribute that the standard or this description knows',
        ),
    ]
    assert (
        result.problems[0].hint == 'did you mean "PatientName", "PatientID" or "PatientAge"?' or result.problems[0].hint
    )
    assert result.problems[2].repair is not None
    assert result.problems[2].repair.title == 'write "PatientID"'


def test_failure_reasons_get_the_meaning_of_the_standard() -> None:
    reasons = {"0112": {"behaviour": "Sent again."}, "a123": {}, "other": {}}
    service = service_of(resolved("StorageCommitmentPushModel", failure_reasons=reasons))
    # PS3.3 C.14.1.1
    assert {code: each.meaning for code, each in service.failure_reasons.items()} == {
        "0112": "No such object instance",
        "A123": "",
        "other": "",
    }


def test_coerced_attributes_have_name_and_tag() -> None:
    coercion = {"OtherPatientIDsSequence.PatientID": {"change": "added", "when": "external"}}
    found = service_of(resolved("CTImageStorage", "SCP", coercion=coercion)).coercion
    assert [(each.name, each.tag, each.implied) for each in found.values()] == [
        ("Other Patient IDs Sequence", "(0010,1002)", True),
        ("Patient ID", "(0010,0020)", False),
    ]


def test_transcoding_has_transfer_syntaxes_by_uid() -> None:
    rows = {"one": {"stored": ["JPEGLossless"], "negotiated": ["1.2.840.10008.1.2"], "result": "new_uid"}}
    row = service_of(resolved("CTImageStorage", transcoding=rows)).transcoding["one"]
    assert [syntax.uid for syntax in row.stored] == ["1.2.840.10008.1.2.4.57"]
    assert [syntax.name for syntax in row.negotiated] == ["Implicit VR Little Endian"]
