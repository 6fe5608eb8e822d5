"""What an AE-specific mapping does for one calling AE Title."""

from __future__ import annotations

from typing import Any

from receivers import fate, of, receiver

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import Cause, Fate

STATUSES = {"absent": "A901", "not_translated": "C060", "too_long": "A905", "ignored": "0000", "not_accepted": "A903"}
DEFAULT = {"default": {"field": "FIELD.NAME"}}


def at(rows: dict[str, Any], peers: dict[str, Any], statuses: dict[str, str] | None = None) -> Any:
    return receiver(rows, peers=peers, statuses=statuses or STATUSES)


def test_the_field_is_the_peers() -> None:
    capability = at(
        {"BeamSequence.BeamName": {"use": "optional", "field": "FIELD.NAME"}},
        {"BeamSequence.BeamName": {**DEFAULT, "per_ae_title": {"ALPHA": {"field": "FIELD.NOTE"}}}},
    )
    values = {"BeamSequence": [{"BeamName": "B"}]}
    for calling, field in (("ALPHA", "FIELD.NOTE"), ("BETA", "FIELD.NAME"), ("", "FIELD.NAME")):
        (one,) = of(fate(capability, values, calling=calling), "BeamSequence[1].BeamName")
        assert one.fields == (field,)
    told = [reason.slug for reason in fate(capability, values).reasons]
    assert told == ["calling-ae-title-not-given"]


def test_values_are_translated_before_they_are_checked() -> None:
    capability = at(
        {
            "BeamSequence.TreatmentMachineName": {
                "use": "mandatory",
                "field": "F.M",
                "values": ["LA1"],
                "length": 3,
                "too_long": "rejected",
            }
        },
        {"BeamSequence.TreatmentMachineName": {**DEFAULT, "per_ae_title": {"ALPHA": {"values": {"Room 1": "LA1"}}}}},
    )
    path = "BeamSequence[1].TreatmentMachineName"
    (one,) = of(
        fate(capability, {"BeamSequence": [{"TreatmentMachineName": "Room 1"}]}, calling="ALPHA", reveal=True), path
    )
    assert (one.fate, one.stored) == (Fate.USED, ("LA1",))
    found = fate(capability, {"BeamSequence": [{"TreatmentMachineName": "LA1"}]}, calling="ALPHA")
    (one,) = of(found, path)
    assert [trouble.cause for trouble in one.troubles] == [Cause.NOT_TRANSLATED]
    assert found.status is not None
    assert found.status.code == "C060"
    # What follows if it is not listed has to be stated.
    unstated = at(
        {"BeamSequence.TreatmentMachineName": {"use": "mandatory"}},
        {"BeamSequence.TreatmentMachineName": {**DEFAULT, "per_ae_title": {"ALPHA": {"values": {"Room 1": "LA1"}}}}},
        {"absent": "A901"},
    )
    assert (
        fate(unstated, {"BeamSequence": [{"TreatmentMachineName": "X"}]}, calling="ALPHA").outcome
        is Outcome.CANNOT_TELL
    )


def test_another_attribute_of_the_same_item_is_read() -> None:
    capability = at(
        {"BeamSequence.BeamName": {"use": "mandatory", "field": "FIELD.NAME", "length": 4, "too_long": "rejected"}},
        {"BeamSequence.BeamName": {**DEFAULT, "per_ae_title": {"ALPHA": {"source": "BeamSequence.BeamDescription"}}}},
    )
    beams = [
        {"BeamName": "1", "BeamDescription": "left"},
        {"BeamName": "2", "BeamDescription": "right"},
        {"BeamName": "3"},
    ]
    found = fate(capability, {"BeamSequence": beams}, calling="ALPHA")
    causes = {(one.path, trouble.cause) for one in found.attributes for trouble in one.troubles}
    assert causes == {("BeamSequence[2].BeamName", Cause.TOO_LONG), ("BeamSequence[3].BeamName", Cause.ABSENT)}
    # What stands in the Attribute itself is lost, and said to be.
    assert [one.fate for one in of(found, "BeamSequence[1].BeamName")] == [Fate.USED, Fate.IGNORED]


def test_which_of_several_items_is_read_cannot_be_told() -> None:
    capability = receiver(
        {"PatientID": {"use": "mandatory", "field": "P.ID"}},
        module="Patient",
        statuses=STATUSES,
        peers={
            "PatientID": {
                "default": {"field": "P.ID"},
                "per_ae_title": {"SIM": {"source": "OtherPatientIDsSequence.PatientID"}},
            }
        },
    )
    one, two = {"PatientID": "A"}, {"PatientID": "B"}
    assert of(fate(capability, {"OtherPatientIDsSequence": [one]}, calling="SIM"), "PatientID")[0].fate is Fate.USED
    found = fate(capability, {"OtherPatientIDsSequence": [one, two]}, calling="SIM")
    assert found.outcome is Outcome.CANNOT_TELL
    assert "which of the Items" in of(found, "PatientID")[0].troubles[0].missing
