"""Tables about Attributes of a service stand in one section of Annex N, in the one that is made for them."""

from __future__ import annotations

from typing import Any

from dcsgen import api
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.views import view_of
from dcsgen.render.views.services import DimseView, ServiceRoleView

COERCION = {"PatientID": {"change": "modified", "new_value": "Another."}}


def offered(role: str, sop_classes: list[str], **keys: Any) -> DimseView:
    service = {"application_entity": "A", "sop_classes": sop_classes, "role": role}
    return view_of(
        api.capability_of(
            minimal_description(
                application_entities={"A": {"function": "Everything."}},
                services={"s": {**service, "transfer_syntaxes": ["ImplicitVRLittleEndian"], **keys}},
            )
        )
    ).dimse


def with_details(dimse: DimseView, field: str) -> list[str]:
    """The titles of the parts that have some details of a service."""
    groups = (dimse.storage, dimse.commitment, dimse.verification, dimse.query, dimse.printing)
    parts: list[ServiceRoleView] = []
    for group in groups:
        if group is not None:
            by_class = group is dimse.query or group is dimse.printing
            parts += group.by_sop_class if by_class else [part for part in (group.scu, group.scp) if part]
    return [part.title for part in parts if any(getattr(use.details, field) for use in part.uses)]


def test_keys_stand_with_the_query_whatever_comes_first() -> None:
    classes = [
        "CTImageStorage",
        "StudyRootQueryRetrieveInformationModelMove",
        "StudyRootQueryRetrieveInformationModelFind",
    ]
    dimse = offered("SCP", classes, keys={"PatientID": {}}, coercion=COERCION, max_peers=3)

    assert with_details(dimse, "keys") == ["SCP of Study Root Query/Retrieve Information Model - FIND"]
    assert with_details(dimse, "coercions") == ["SCP of the Storage Service"]
    assert with_details(dimse, "max_peers") == ["SCP of the Storage Service"]


def test_operations_stand_with_their_sop_class() -> None:
    operations = {
        "box": {"operation": "N-CREATE", "sop_class": "BasicFilmBox"},
        "session": {"operation": "N-CREATE", "sop_class": "BasicFilmSession"},
        "other": {"operation": "N-GET"},
    }
    dimse = offered("SCU", ["BasicFilmSession", "BasicFilmBox"], operations=operations)

    assert dimse.printing is not None
    found = [[one.id for one in part.uses[0].details.operations] for part in dimse.printing.by_sop_class]
    assert [sorted(names) for names in found] == [["s-other", "s-session"], ["s-box"]]


def test_details_without_a_section_of_their_own_stand_in_the_first() -> None:
    dimse = offered("SCU", ["Verification"], keys={"PatientID": {}})

    assert with_details(dimse, "keys") == ["SCU of the Verification Service"]


def test_transcoding_of_a_sender_has_its_own_section() -> None:
    transcoding = {
        "all": {"stored": ["ExplicitVRLittleEndian"], "negotiated": ["ImplicitVRLittleEndian"], "result": "supported"}
    }
    sender = offered("SCU", ["CTImageStorage"], transcoding=transcoding).storage
    receiver = offered("SCP", ["CTImageStorage"], transcoding=transcoding).storage

    assert sender is not None
    assert sender.scu is not None
    assert [service.id for service in sender.scu.transcoding] == ["s"]
    assert sender.scu.uses[0].details.transcodings == ()
    assert receiver is not None
    assert receiver.scp is not None
    assert receiver.scp.transcoding == ()
    assert len(receiver.scp.uses[0].details.transcodings) == 1
