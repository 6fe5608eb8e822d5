"""Keys and Attributes of the services that are no Storage, as the tables of PS3.4 have them."""

from __future__ import annotations

import re

import pytest

from dcsgen.base.standard import elements, service_attributes, uids
from dcsgen.base.words import Role

# How many Attributes each table of PS3.4 2020c has.
SIZES = {
    "PS3.4 Table C.6-1": 16,
    "PS3.4 Table C.6-2": 24,
    "PS3.4 Table C.6-3": 4,
    "PS3.4 Table C.6-4": 18,
    "PS3.4 Table C.6-5": 37,
    "PS3.4 Table K.6-1": 80,
    "PS3.4 Table F.7.2-1": 90,
    "PS3.4 Table R.3.2-1": 18,
    "PS3.4 Table S.3.2.1.1-1": 19,
    "PS3.4 Table CC.2.5-3": 91,
    "PS3.4 Table DD.3.2.1-1": 77,
    "PS3.4 Table DD.3.2.1-2": 117,
    "PS3.4 Table H.4-6": 28,
    "PS3.4 Table J.3-1": 8,
    "PS3.4 Table J.3-2": 14,
    # From public copies of PS3.4 of 2020.
    "PS3.4 Table F.8.2-1": 83,
    "PS3.4 Table P.2-2": 6,
    "PS3.4 Table Q.4-1": 20,
    "PS3.4 Table U.6-1": 25,
    "PS3.4 Table V.6-1": 7,
    "PS3.4 Table V.6-2": 16,
    "PS3.4 Table BB.6-1": 22,
    "PS3.4 Table HH.6-1": 30,
    "PS3.4 Table II.6-1": 33,
    # With the macro of Table EE.2.2.1-1 in its four places.
    "PS3.4 Table EE.2.2.1-2": 149,
    "PS3.4 Table H.4-23": 5,
    "PS3.4 Table H.4-26": 36,
    "PS3.4 Table P.3-2": 16,
    "PS3.4 Table Y.6-1": 1,
    "PS3.4 Table Y.6-2": 3,
    "PS3.4 Table Z.6-1": 1,
}

ONE_TYPE = "(?:1|1C|2|2C|3|M|MC|U|-)"
CELLS = {
    "key": "[UROC]",
    "matching key": "[URO-]",
    "return key": "(?:1|1C|2|2C|3|-)",
    "final state": "(?:R|RC|P|X|O|1|2)",
    "services": rf"{ONE_TYPE}/{ONE_TYPE}|not allowed|see CC\.[\d.]+",
}

ALL = [(s, a) for s in service_attributes.services() for a in service_attributes.attributes_of(s)]


def test_each_table_has_as_many_attributes_as_the_standard() -> None:
    found: dict[str, set[tuple[str, int]]] = {}
    for service, attribute in ALL:
        found.setdefault(attribute.clause, set()).add((service, id(attribute)))
    sizes = {clause: len({number for _, number in rows}) for clause, rows in found.items()}
    assert {clause: sizes[clause] for clause in SIZES} == SIZES


def test_every_keyword_is_in_the_dictionary_and_nests_in_sequences() -> None:
    for _, attribute in ALL:
        known = [elements.by_keyword(keyword) for keyword in attribute.path]
        assert all(known), attribute.path
        assert all(element is not None and element.vr == "SQ" for element in known[:-1]), attribute.path


def test_every_attribute_inside_a_sequence_follows_its_sequence() -> None:
    for service in service_attributes.services():
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for attribute in service_attributes.attributes_of(service):
            parent = attribute.path[:-1]
            assert not parent or (attribute.clause, parent) in seen, (service, attribute.path)
            seen.add((attribute.clause, attribute.path))


def test_no_path_stands_twice_in_one_table() -> None:
    for service in service_attributes.services():
        paths = [(a.clause, a.path) for a in service_attributes.attributes_of(service)]
        assert len(paths) == len(set(paths)), service


def test_every_cell_is_a_word_of_its_column() -> None:
    for _, attribute in ALL:
        for column, cell in attribute.columns.items():
            assert re.fullmatch(CELLS.get(column, CELLS["services"]), cell), (attribute.path, column, cell)


def test_every_sop_class_is_registered_and_leads_to_its_service() -> None:
    named = {
        "1.2.840.10008.5.1.4.31": "modality-worklist",
        "1.2.840.10008.5.1.4.34.6.3": "unified-procedure-step",
        "1.2.840.10008.5.1.4.1.2.1.1": "patient-root-query",
        "1.2.840.10008.1.20.1": "storage-commitment",
    }
    assert {uid: service_attributes.service_of(uid) for uid in named} == named
    covered = {u.uid for u in uids.all_of(uids.SOP_CLASSES) if service_attributes.service_of(u.uid)}
    assert len(covered) == 42
    assert service_attributes.service_of("1.2.840.10008.5.1.4.1.1.2") is None


@pytest.mark.parametrize(
    ("service", "path", "level", "columns"),
    [
        ("patient-root-query", "PatientID", "PATIENT", {"key": "U"}),
        ("patient-root-query", "StudyInstanceUID", "STUDY", {"key": "U"}),
        ("study-root-query", "PatientID", "STUDY", {"key": "R"}),
        ("study-root-query", "Modality", "SERIES", {"key": "R"}),
        ("study-root-query", "SOPInstanceUID", "IMAGE", {"key": "U"}),
        (
            "modality-worklist",
            "ScheduledProcedureStepSequence.Modality",
            "",
            {"matching key": "R", "return key": "1"},
        ),
        (
            "modality-performed-procedure-step",
            "PerformedProcedureStepID",
            "",
            {"N-CREATE": "1/1", "N-SET": "not allowed"},
        ),
        (
            "modality-performed-procedure-step",
            "PerformedProcedureStepEndDate",
            "",
            {"N-CREATE": "2/2", "N-SET": "3/1", "final state": "1"},
        ),
        (
            "unified-procedure-step",
            "PatientName",
            "",
            {
                "N-CREATE": "2/2",
                "N-SET": "not allowed",
                "final state": "O",
                "N-GET": "3/2",
                "matching key": "R",
                "return key": "2",
            },
        ),
        (
            "rt-conventional-machine-verification",
            "ReferencedRTPlanSequence.ReferencedSOPInstanceUID",
            "",
            {"N-CREATE": "1/1", "N-SET": "not allowed"},
        ),
        ("storage-commitment", "FailedSOPSequence.FailureReason", "", {"N-EVENT-REPORT 2": "-/1"}),
        ("display-system", "DisplaySubsystemSequence.DisplaySubsystemID", "", {"N-GET": "-/1"}),
        (
            "display-system",
            "QAResultsSequence.DisplaySubsystemQAResultsSequence.ConfigurationQAResultsSequence."
            "LuminanceResultSequence.MeasurementEquipmentSequence.DeviceSerialNumber",
            "",
            {"N-GET": "-/2"},
        ),
        ("presentation-lut", "PresentationLUTShape", "", {"N-CREATE": "MC/M"}),
        ("printer-configuration", "PrinterConfigurationSequence.PrinterName", "", {"N-GET": "-/M"}),
        ("substance-administration-logging", "IssuerOfPatientID", "", {"N-ACTION 1": "3/2"}),
        ("composite-instance-root-retrieve", "SOPInstanceUID", "IMAGE", {"key": "U"}),
        ("composite-instance-root-retrieve", "TimeRange", "FRAME", {"key": "C"}),
        (
            "rt-ion-machine-verification",
            "IonMachineVerificationSequence.RadiationMassNumber",
            "",
            {"N-CREATE": "-/-", "N-SET": "1C/1C"},
        ),
        (
            "modality-performed-procedure-step",
            "ScheduledStepAttributesSequence.OrderPlacerIdentifierSequence.UniversalEntityIDType",
            "",
            {"N-CREATE": "1C/1C", "N-SET": "not allowed"},
        ),
        ("basic-film-session", "NumberOfCopies", "", {"N-CREATE": "U/M", "N-SET": "U/M"}),
        ("basic-grayscale-image-box", "BasicGrayscaleImageSequence.PixelAspectRatio", "", {"N-SET": "MC/M"}),
        ("media-creation", "MediaDisposition", "", {"N-CREATE": "3/3"}),
        ("media-creation", "AllowMediaSplitting", "", {"N-CREATE": "3/1C"}),
        ("modality-performed-procedure-step-retrieve", "PerformedStationAETitle", "", {"N-GET": "3/1"}),
        ("hanging-protocol-query", "HangingProtocolLevel", "", {"matching key": "R", "return key": "1"}),
        ("hanging-protocol-query", "SOPInstanceUID", "", {"matching key": "U", "return key": "1"}),
        (
            "defined-procedure-protocol-query",
            "ModelSpecificationSequence.SoftwareVersions",
            "",
            {"matching key": "R", "return key": "2"},
        ),
        ("substance-approval-query", "AdmissionID", "", {"matching key": "R", "return key": "2"}),
        ("relevant-patient-information-query", "PatientID", "", {"matching key": "R", "return key": "1"}),
        (
            "relevant-patient-information-query",
            "ContentTemplateSequence.TemplateIdentifier",
            "",
            {"C-FIND": "1/1"},
        ),
        ("procedural-event-logging", "PerformedLocation", "", {"N-ACTION 1": "2/2"}),
    ],
)
def test_what_the_standard_says_of_an_attribute(service: str, path: str, level: str, columns: dict[str, str]) -> None:
    (attribute,) = service_attributes.find(service, tuple(path.split(".")), level)
    assert dict(attribute.columns) == columns
    assert attribute.level == level
    assert attribute.unverified == ()


def test_each_level_of_a_query_has_exactly_one_unique_key() -> None:
    for service, levels in (
        ("patient-root-query", ("PATIENT", "STUDY", "SERIES", "IMAGE")),
        ("study-root-query", ("STUDY", "SERIES", "IMAGE")),
    ):
        for level in levels:
            keys = [a for a in service_attributes.attributes_of(service, level) if a.columns["key"] == "U"]
            assert len(keys) == 1, (service, level)
        together = [a for level in levels for a in service_attributes.attributes_of(service, level)]
        assert together == list(service_attributes.attributes_of(service))
    assert service_attributes.attributes_of("study-root-query", "PATIENT") == ()


def test_what_was_not_seen_is_marked() -> None:
    (state,) = service_attributes.find("unified-procedure-step", ("ProcedureStepState",))
    assert state.unverified == ("N-CREATE", "N-SET")
    assert state.columns["final state"] == "R"
    (others,) = service_attributes.find("modality-performed-procedure-step-retrieve", ("OtherPatientIDsSequence",))
    assert (dict(others.columns), others.unverified) == ({}, ("N-GET",))


def test_all_else_was_seen() -> None:
    """Verified with PS3.4 2020, Annexes F, H, P, R, Y, Z, BB, DD and EE, where an earlier reading had not been."""
    unseen = {(service, attribute.path) for service, attribute in ALL if attribute.unverified}
    assert unseen == {
        ("unified-procedure-step", ("ProcedureStepState",)),
        ("modality-performed-procedure-step-retrieve", ("OtherPatientIDsSequence",)),
    }


@pytest.mark.parametrize(
    ("cell", "role", "expected"),
    [
        ("1C/2", Role.SCU, "1C"),
        ("1C/2", Role.SCP, "2"),
        ("1C/2", Role.BOTH, "1C/2"),
        ("-/3", Role.SCU, "-"),
        ("not allowed", Role.SCP, "not allowed"),
        ("R", Role.SCU, "R"),
    ],
)
def test_a_cell_binds_user_and_provider_apart(cell: str, role: Role, expected: str) -> None:
    assert service_attributes.type_for(cell, role) == expected


def test_an_unknown_service_is_an_error_and_an_unknown_path_nothing() -> None:
    with pytest.raises(KeyError):
        service_attributes.attributes_of("storage")
    assert service_attributes.find("modality-worklist", ("PixelData",)) == ()


def test_the_facts_say_where_they_are_from_and_what_they_lack() -> None:
    assert service_attributes.origin().edition == "2020c"
    assert "PS3.4" in service_attributes.origin().source
    assert any("macros" in hole for hole in service_attributes.origin().known_holes)
