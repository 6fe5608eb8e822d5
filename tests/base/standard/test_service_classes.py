"""Every SOP Class of the registry has its Service Class, or a reason to have none."""

from __future__ import annotations

import re

import pytest

from dcsgen.base.standard import uids
from dcsgen.base.standard.general_statuses import RETURNED_BY
from dcsgen.base.standard.service_classes import (
    ServiceUse,
    basic_print_meta_sop_classes,
    expected_of_provider,
    find_of_model,
    is_retired,
    members_of,
    needs_storage,
    prints,
    query_model,
    reported_later,
    service_classes,
    service_of,
    why_without_service,
    without_extended_negotiation,
)
from dcsgen.base.standard.service_rows import (
    CATEGORIES,
    EXPECTED_OF_PROVIDER,
    META_SOP_CLASSES,
    NON_PATIENT,
    PRINT_BASIC_META,
    PRINT_STATUS,
    QUERY_MODELS,
    REPORTED_LATER,
    SERVICES,
    WITHOUT_EXTENDED_NEGOTIATION,
)
from dcsgen.base.words import Role

SOP_CLASSES = uids.all_of(uids.SOP_CLASSES)
BY_KEYWORD = {sop_class.keyword: sop_class for sop_class in SOP_CLASSES}


def use(keyword: str) -> ServiceUse:
    found = service_of(BY_KEYWORD[keyword].uid)
    assert found is not None
    return found


@pytest.mark.parametrize("sop_class", SOP_CLASSES, ids=lambda sop_class: sop_class.uid)
def test_every_sop_class_has_a_service_or_a_reason(sop_class: uids.Uid) -> None:
    found = service_of(sop_class.uid)
    assert (found is None) == bool(why_without_service(sop_class.uid))
    if found is not None:
        assert found.service_class in service_classes()
        assert re.fullmatch(r"PS3\.(4 [A-Z]{1,2}(\.\d+)*|6 A)", found.clause)
        assert set(found.dimse) <= set(RETURNED_BY)
        assert len(set(found.dimse)) == len(found.dimse)
        assert found.dimse or "dimse" in found.unverified
        assert found.roles == (Role.SCU, Role.SCP)
        assert set(found.unverified) <= set(ServiceUse._fields)


def test_what_is_current_is_verified_but_for_what_other_standards_define() -> None:
    marked = {
        sop_class.keyword
        for sop_class in SOP_CLASSES
        if not sop_class.retired and (found := service_of(sop_class.uid)) is not None and found.unverified
    }
    others = {
        keyword
        for keyword in marked
        if ".1.1.501." in BY_KEYWORD[keyword].uid or ".1.1.601." in BY_KEYWORD[keyword].uid
    }
    # The registry lists it as current, PS3.4 as retired.
    assert marked - others == {"VOILUTBox"}
    assert len(others) == 12


def test_no_line_is_about_nothing() -> None:
    assert set(SERVICES) <= set(BY_KEYWORD)
    assert set(BY_KEYWORD) >= NON_PATIENT
    assert set(CATEGORIES) <= set(service_classes())
    families = {keyword for keyword in QUERY_MODELS if any(name.startswith(keyword) for name in BY_KEYWORD)}
    assert families == set(QUERY_MODELS)


@pytest.mark.parametrize(
    ("keyword", "service_class", "dimse", "clause", "category"),
    [
        ("Verification", "Verification", "C-ECHO", "PS3.4 A.4", ""),
        ("CTImageStorage", "Storage", "C-STORE", "PS3.4 B.5", "Transfer"),
        ("RTPlanStorage", "Storage", "C-STORE", "PS3.4 B.5", "Transfer"),
        ("RTBeamsDeliveryInstructionStorage", "Storage", "C-STORE", "PS3.4 B.5", "Transfer"),
        ("HardcopyColorImageStorage", "Storage", "C-STORE", "PS3.4 B", "Transfer"),
        ("ColorPaletteStorage", "Non-Patient Object Storage", "C-STORE", "PS3.4 GG.3", "Transfer"),
        ("CTPerformedProcedureProtocolStorage", "Storage", "C-STORE", "PS3.4 B.5", "Transfer"),
        ("StudyRootQueryRetrieveInformationModelMove", "Query/Retrieve", "C-MOVE", "PS3.4 C.6.2", "Query/Retrieve"),
        ("RepositoryQuery", "Query/Retrieve", "C-FIND", "PS3.4 C.6.4", "Query/Retrieve"),
        ("InventoryGet", "Inventory Query/Retrieve", "C-GET", "PS3.4 JJ", ""),
        (
            "ModalityWorklistInformationModelFind",
            "Basic Worklist Management",
            "C-FIND",
            "PS3.4 K.6.1",
            "Workflow Management",
        ),
        (
            "StorageCommitmentPushModel",
            "Storage Commitment",
            "N-ACTION N-EVENT-REPORT",
            "PS3.4 J.3",
            "Workflow Management",
        ),
        ("UnifiedProcedureStepQuery", "Unified Procedure Step", "C-FIND", "PS3.4 CC.2", "Workflow Management"),
        (
            "MediaCreationManagement",
            "Media Creation Management",
            "N-CREATE N-ACTION N-GET",
            "PS3.4 S.3",
            "Print Management",
        ),
        ("SubstanceApprovalQuery", "Substance Administration Query", "C-FIND", "PS3.4 V", "Query/Retrieve"),
        ("DisplaySystem", "Display System Management", "N-GET", "PS3.4 EE.2", ""),
    ],
)
def test_service_of(keyword: str, service_class: str, dimse: str, clause: str, category: str) -> None:
    found = use(keyword)
    assert (found.service_class, found.dimse) == (service_class, tuple(dimse.split()))
    assert (found.clause, found.category) == (clause, category)


def test_the_dicomdir_has_no_network_service() -> None:
    assert service_of("1.2.840.10008.1.3.10") is None
    assert "media" in why_without_service("1.2.840.10008.1.3.10")


@pytest.mark.parametrize("uid", ["1.2.840.10008.1.2", "1.2.3.4", ""])
def test_what_is_no_sop_class_has_neither_service_nor_reason(uid: str) -> None:
    assert service_of(uid) is None
    assert why_without_service(uid) == ""
    assert members_of(uid) == ()
    assert query_model(uid) is None
    assert not needs_storage(uid)


def test_members_of_a_print_meta_sop_class() -> None:
    members = members_of("1.2.840.10008.5.1.1.9")
    assert [member.uid for member in members if member.mandatory] == [
        "1.2.840.10008.5.1.1.1",
        "1.2.840.10008.5.1.1.2",
        "1.2.840.10008.5.1.1.4",
        "1.2.840.10008.5.1.1.16",
    ]
    assert {member.uid for member in members if not member.mandatory} == {
        "1.2.840.10008.5.1.1.14",
        "1.2.840.10008.5.1.1.15",
        "1.2.840.10008.5.1.1.16.376",
        "1.2.840.10008.5.1.1.23",
    }
    assert set(use("BasicGrayscalePrintManagementMeta").dimse) == {
        *("N-CREATE", "N-SET", "N-ACTION", "N-DELETE", "N-GET", "N-EVENT-REPORT")
    }


def test_every_meta_sop_class_has_a_line_whose_members_are_of_its_service_class() -> None:
    metas = {sop_class.keyword for sop_class in SOP_CLASSES if sop_class.kind == "Meta SOP Class"}
    assert metas == set(META_SOP_CLASSES)
    for keyword in metas:
        for member in members_of(BY_KEYWORD[keyword].uid):
            service = service_of(member.uid)
            assert service is not None
            assert service.service_class == use(keyword).service_class
            assert member.unverified == BY_KEYWORD[keyword].retired


@pytest.mark.parametrize(
    ("keyword", "model", "kind", "levels"),
    [
        ("PatientRootQueryRetrieveInformationModelFind", "Patient Root", "FIND", "PATIENT STUDY SERIES IMAGE"),
        ("StudyRootQueryRetrieveInformationModelGet", "Study Root", "GET", "STUDY SERIES IMAGE"),
        ("PatientStudyOnlyQueryRetrieveInformationModelMove", "Patient/Study Only", "MOVE", "PATIENT STUDY"),
        ("CompositeInstanceRootRetrieveMove", "Composite Instance Root", "MOVE", "IMAGE FRAME"),
        ("HangingProtocolInformationModelFind", "Hanging Protocol", "FIND", ""),
        ("GeneralRelevantPatientInformationQuery", "General Relevant Patient Information", "FIND", ""),
    ],
)
def test_query_model(keyword: str, model: str, kind: str, levels: str) -> None:
    found = query_model(BY_KEYWORD[keyword].uid)
    assert found is not None
    assert (found.model, found.kind, found.levels) == (model, kind, tuple(levels.split()))


def test_models_agree_with_services_and_what_retrieves_needs_storage() -> None:
    for sop_class in SOP_CLASSES:
        model, service = query_model(sop_class.uid), service_of(sop_class.uid)
        if model is not None:
            assert service is not None
            assert service.dimse == (f"C-{model.kind}",)
        retrieves = service is not None and bool({"C-MOVE", "C-GET"} & set(service.dimse))
        assert needs_storage(sop_class.uid) == retrieves


def uid_of(keyword: str) -> str:
    return BY_KEYWORD[keyword].uid


def test_tables_by_keyword_name_what_is_registered() -> None:
    named = {*REPORTED_LATER, *EXPECTED_OF_PROVIDER, *PRINT_STATUS, *PRINT_BASIC_META}
    named |= {keyword for expected in EXPECTED_OF_PROVIDER.values() for keyword in expected.keywords}
    assert named <= set(BY_KEYWORD)
    assert set(WITHOUT_EXTENDED_NEGOTIATION) <= set(service_classes())


def test_every_retrieval_knows_its_query() -> None:
    asked = {keyword: find_of_model(sop_class.uid) for keyword, sop_class in BY_KEYWORD.items()}
    for keyword, query in asked.items():
        model = query_model(uid_of(keyword))
        if query:
            found = query_model(query)
            assert model is not None
            assert found is not None
            assert (found.model, found.kind) == (model.model, "FIND")
        else:
            # Composite Instances are retrieved by the UIDs that other services give.
            assert model is None or model.kind == "FIND" or keyword.startswith("CompositeInstance")
    assert asked["StudyRootQueryRetrieveInformationModelGet"] == uid_of("StudyRootQueryRetrieveInformationModelFind")
    assert asked["HangingProtocolInformationModelMove"] == uid_of("HangingProtocolInformationModelFind")
    assert find_of_model("2.25.1") == ""


def test_who_reports_on_an_association_of_his_own() -> None:
    assert reported_later(uid_of("StorageCommitmentPushModel")) == "PS3.4 J.3.3.1"
    assert reported_later(uid_of("UnifiedProcedureStepPush")) == ""
    assert reported_later("2.25.1") == ""
    # Whoever reports has the DIMSE service for it.
    assert all("N-EVENT-REPORT" in use(keyword).dimse for keyword in REPORTED_LATER)


def test_what_a_provider_needs_beside() -> None:
    assert expected_of_provider(uid_of("UnifiedProcedureStepWatch")) == (uid_of("UnifiedProcedureStepEvent"),)
    assert expected_of_provider(uid_of("UnifiedProcedureStepPull")) == ()


def test_negotiation_that_is_excluded() -> None:
    assert without_extended_negotiation("Verification") == "PS3.4 A.5"
    assert without_extended_negotiation("Storage") == ""


def test_print_with_and_without_a_meta_sop_class() -> None:
    assert prints(uid_of("BasicFilmBox"))
    assert not prints(uid_of("Printer"))
    assert not prints(uid_of("CTImageStorage"))
    assert not prints(uid_of("PullPrintRequest"))
    assert basic_print_meta_sop_classes() == ("1.2.840.10008.5.1.1.9", "1.2.840.10008.5.1.1.18")
    assert all(members_of(meta) for meta in basic_print_meta_sop_classes())


def test_service_classes_that_are_retired_as_a_whole() -> None:
    retired = {name for name in service_classes() if is_retired(name)}
    assert retired == {
        "Patient Management",
        "Queue Management",
        "Results Management",
        "Study Content Notification",
        "Study Management",
    }
    assert not is_retired("no such Service Class")
