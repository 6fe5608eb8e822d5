"""What a sender writes, flattened: presence through Module, Sequence and Attribute, and what is not listed."""

from __future__ import annotations

from typing import Any

import pytest

from dcsgen import api
from dcsgen.model.sent import Certainty, SentObject, all_of, sent_object, unstated_object
from dcsgen.plugin.testing import minimal_description

RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"


def created(modules: dict[str, Any], sop_class: str = "RTPlanStorage", **more: Any) -> SentObject:
    iod = {"title": "Created", "sop_class": sop_class, "role": "created", "modules": modules}
    iod.update({key: more.pop(key) for key in ("functional_groups",) if key in more})
    return sent_object(api.capability_of(minimal_description(iods={"it": iod}, **more)), "it")


def module(presence: str = "always", **attributes: Any) -> dict[str, Any]:
    return {"support": "used", "presence": presence, "attributes": attributes}


@pytest.mark.parametrize(
    ("certainties", "together"),
    [
        ([], "always"),
        (["always", "sometimes"], "sometimes"),
        (["not stated", "always"], "not stated"),
        (["not stated", "sometimes"], "sometimes"),
        (["sometimes", "not stated", "never"], "never"),
    ],
)
def test_several_things_are_as_certain_as_the_least_certain(certainties: list[str], together: str) -> None:
    assert all_of(map(Certainty, certainties)) == together


@pytest.mark.parametrize(
    ("presence", "value", "empty"),
    [
        ("always", "always", False),
        ("value_not_always", "sometimes", True),
        ("attribute_not_always", "sometimes", False),
        ("neither_always", "sometimes", True),
        ("empty", "never", True),
    ],
)
def test_presence_says_how_certain_a_value_is(presence: str, value: str, empty: bool) -> None:
    sent = created({"RT General Plan": module(RTPlanName={"presence": presence})}).sent("RTPlanName", "RT General Plan")
    assert (sent.value, sent.empty, sent.overall) == (value, empty, value)


def test_module_counts_for_what_stands_in_no_sequence() -> None:
    found = created(
        {"RT General Plan": {**module("not_always", RTPlanName={"presence": "always"}), "condition": "If so."}}
    )
    sent = found.sent("RTPlanName", "RT General Plan")
    assert (sent.value, sent.when, sent.around) == ("sometimes", ("If so.",), "always")


def test_sequence_counts_for_its_items_only() -> None:
    found = created(
        {
            "RT General Plan": module(
                ReferencedDoseSequence={"presence": "attribute_not_always", "condition": "With a dose."},
                **{"ReferencedDoseSequence.ReferencedSOPClassUID": {"presence": "always"}},
            )
        }
    )
    sent = found.sent("ReferencedDoseSequence.ReferencedSOPClassUID", "RT General Plan")
    assert (sent.value, sent.around, sent.overall) == ("always", "sometimes", "sometimes")
    assert sent.around_when == ("With a dose.",)
    # The list of what is in an Item is complete, but for what has to be there.
    assert found.sent("ReferencedDoseSequence.ReferencedSOPInstanceUID", "RT General Plan").value == "not stated"
    assert found.sent("ReferencedDoseSequence.PurposeOfReferenceCodeSequence", "RT General Plan").value == "never"


@pytest.mark.parametrize(
    ("path", "where", "value"),
    [
        ("RTPlanName", "RT General Plan", "never"),  # the list of a Module is complete
        ("RTPlanLabel", "RT General Plan", "not stated"),  # of Type 1: the list may not be
        ("RTPlanTime", "RT General Plan", "not stated"),  # of Type 2: nor here
        ("SeriesInstanceUID", "RT Series", "always"),  # of Type 1 in a Module without a list
        ("SeriesDescription", "RT Series", "not stated"),
        ("ApprovalStatus", "Approval", "never"),  # no such Module
        ("FractionGroupSequence", "RT Fraction Scheme", "sometimes"),  # of Type 1 in a Module that is not always there
        ("FractionGroupSequence.FractionGroupNumber", "RT Fraction Scheme", "always"),
        ("PatientID", "Patient", "never"),  # a Module that is not used
    ],
)
def test_what_is_not_listed(path: str, where: str, value: str) -> None:
    found = created(
        {
            "RT General Plan": module(RTPlanDate={"presence": "always"}),
            "RT Series": {"support": "used", "presence": "always"},
            "RT Fraction Scheme": {"support": "used", "presence": "not_always"},
            "Patient": {"support": "ignored"},
        }
    )
    assert found.stated
    assert found.sent(path, where).value == value


def test_without_a_word_the_standard_says_what_is_there() -> None:
    found = unstated_object(RT_PLAN, ("services", "send"))
    assert not found.stated
    assert found.sent("RTPlanLabel", "RT General Plan").value is Certainty.ALWAYS
    assert found.sent("RTPlanDate", "RT General Plan").value is Certainty.NOT_STATED
    assert found.sent("RTPlanDate", "RT General Plan").at == ("services", "send")
    assert found.sent("BeamSequence", "RT Beams").value is Certainty.NOT_STATED
    assert unstated_object("1.2.3", ()).sent("PatientID", "Patient").value is Certainty.NOT_STATED


def test_common_module_is_overridden_where_it_differs() -> None:
    found = created(
        {
            "Patient": {
                "support": "used",
                "presence": "always",
                "common": "who",
                "attributes": {"PatientSex": {"presence": "empty"}},
            }
        },
        common_modules={
            "who": {
                "module": "Patient",
                "attributes": {"PatientSex": {"presence": "always"}, "PatientID": {"presence": "always"}},
            }
        },
    )
    assert found.sent("PatientSex", "Patient").value is Certainty.NEVER
    assert found.sent("PatientSex", "Patient").at == ("iods", "it", "modules", "Patient", "attributes", "PatientSex")
    assert found.sent("PatientID", "Patient").at == ("common_modules", "who", "attributes", "PatientID")
    assert [*found.attributes] == ["PatientSex", "PatientID"]


def test_functional_groups_stand_where_they_are_placed() -> None:
    found = created(
        {"SOP Common": {"support": "used", "presence": "always"}},
        sop_class="EnhancedCTImageStorage",
        functional_groups={
            "Pixel Measures": {
                "placement": "shared",
                "presence": "always",
                "attributes": {
                    "PixelMeasuresSequence": {"presence": "always"},
                    "PixelMeasuresSequence.PixelSpacing": {"presence": "always"},
                },
            },
            "Plane Position (Patient)": {
                "placement": "either",
                "presence": "not_always",
                "condition": "If so.",
                "attributes": {"PlanePositionSequence": {"presence": "always"}},
            },
        },
    )
    shared = found.attributes["SharedFunctionalGroupsSequence.PixelMeasuresSequence.PixelSpacing"]
    assert (shared.module, shared.overall) == ("Pixel Measures", "always")
    for where in ("Shared", "PerFrame"):
        placed = found.attributes[f"{where}FunctionalGroupsSequence.PlanePositionSequence"]
        assert (placed.overall, placed.around_when) == ("sometimes", ("If so.",))


@pytest.mark.parametrize(("presence", "there"), [("attribute_not_always", "sometimes"), ("always", "not stated")])
def test_sequence_that_is_implied_is_there_where_something_in_it_is(presence: str, there: str) -> None:
    found = created({"RT Series": module(**{"RequestAttributesSequence.RequestedProcedureID": {"presence": presence}})})
    assert found.sent("RequestAttributesSequence", "RT Series").value == there
