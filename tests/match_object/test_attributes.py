"""What becomes of single Attributes: used, ignored, defaulted, truncated, not taken, refused, or nobody knows."""

from __future__ import annotations

from typing import Any

import pytest
from receivers import fate, of, receiver

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import Cause, Fate
from dcsgen.base.words import StatusClass

STATUSES = {
    "absent": "A901",
    "empty": "A902",
    "not_accepted": "A903",
    "too_long": "A905",
    "truncated": "B000",
    "not_translated": "C060",
    "ignored": "0000",
}
POINT = "BeamSequence.ControlPointSequence"


@pytest.mark.parametrize(
    ("row", "value", "expected", "outcome", "code"),
    [
        ({"use": "mandatory", "field": "F.X"}, "A", Fate.USED, Outcome.WORKS, "0000"),
        ({"use": "mandatory"}, "A", Fate.CHECKED, Outcome.WORKS, "0000"),
        ({"use": "mandatory"}, None, Fate.REFUSED, Outcome.FAILS, "A902"),
        ({"use": "optional", "field": "F.X"}, None, Fate.EMPTY, Outcome.WORKS, "0000"),
        ({"use": "optional", "default": "Z"}, None, Fate.DEFAULTED, Outcome.WORKS, "0000"),
        ({"use": "ignored"}, "A", Fate.IGNORED, Outcome.LOSS, "0000"),
        ({"use": "optional", "values": ["A", "B"]}, "A", Fate.CHECKED, Outcome.WORKS, "0000"),
        ({"use": "optional", "values": ["A", "B"]}, "C", Fate.REFUSED, Outcome.FAILS, "A903"),
        ({"use": "optional", "values": ["A"], "status": "B006"}, "C", Fate.NOT_TAKEN, Outcome.LOSS, "B006"),
        ({"use": "optional", "length": 3, "too_long": "truncated"}, "ABC", Fate.CHECKED, Outcome.WORKS, "0000"),
        ({"use": "optional", "length": 3, "too_long": "truncated"}, "ABCD", Fate.TRUNCATED, Outcome.LOSS, "B000"),
        ({"use": "optional", "length": 3, "too_long": "rejected"}, "ABCD", Fate.REFUSED, Outcome.FAILS, "A905"),
    ],
)
def test_each_fate(row: dict[str, Any], value: str | None, expected: Fate, outcome: Outcome, code: str) -> None:
    found = fate(receiver({"RTPlanLabel": row}, statuses=STATUSES, module="RT General Plan"), {"RTPlanLabel": value})
    (one,) = of(found, "RTPlanLabel")
    assert one.fate is expected
    assert found.outcome is outcome
    assert found.status is not None
    assert found.status.code == code


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        ({"use": "mandatory"}, None, Fate.REFUSED),
        ({"use": "optional", "values": ["A"]}, "C", Fate.CANNOT_TELL),
        ({"use": "optional", "length": 3}, "ABCD", Fate.CANNOT_TELL),
        ({"use": "optional", "length": 3, "too_long": "truncated"}, "ABCD", Fate.TRUNCATED),
        ({"use": "optional", "length": 3, "too_long": "rejected"}, "ABCD", Fate.REFUSED),
    ],
)
def test_without_statuses_only_what_the_words_say_is_known(
    row: dict[str, Any], value: str | None, expected: Fate
) -> None:
    found = fate(receiver({"RTPlanLabel": row}, module="RT General Plan"), {"RTPlanLabel": value})
    (one,) = of(found, "RTPlanLabel")
    assert one.fate is expected
    assert found.status is not None
    assert found.status.code == ""
    assert found.status.missing
    assert found.status.status_class is (StatusClass.FAILURE if expected is Fate.REFUSED else None)
    assert one.troubles[0].missing


def test_the_status_of_a_row_without_limits_is_that_of_a_missing_attribute() -> None:
    found = fate(receiver({"RTPlanLabel": {"use": "mandatory", "status": "A901"}}, module="RT General Plan"))
    assert found.status is not None
    assert found.status.code == "A901"
    # Of one with limits, nobody knows what it is for.
    row = {"use": "mandatory", "constraint": "Unique.", "status": "C020"}
    found = fate(receiver({"RTPlanLabel": row}, module="RT General Plan"))
    assert found.status is not None
    assert (found.status.code, found.status.status_class) == ("", StatusClass.FAILURE)


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("0", None),
        ("3.60E2", None),
        ("-0.01", Cause.OUT_OF_RANGE),
        ("361", Cause.OUT_OF_RANGE),
        ("x", Cause.NOT_ACCEPTED),
    ],
)
def test_numbers_are_held_against_the_range(value: str, cause: Cause | None) -> None:
    capability = receiver(
        {f"{POINT}.GantryAngle": {"use": "optional", "range": [0, 360], "unit": "°", "status": "A904"}}
    )
    found = fate(capability, {"BeamSequence": [{"ControlPointSequence": [{"GantryAngle": value}]}]})
    (one,) = of(found, "BeamSequence[1].ControlPointSequence[1].GantryAngle")
    assert [trouble.cause for trouble in one.troubles] == ([cause] if cause else [])


def test_every_value_counts_and_numbers_are_compared_as_numbers() -> None:
    row = {"use": "optional", "range": [-200, 200]}
    capability = receiver({"BeamSequence.BlockSequence.BlockData": row}, statuses=STATUSES)
    found = fate(capability, {"BeamSequence": [{"BlockSequence": [{"BlockData": ["1", "201", "2", "-300"]}]}]})
    (one,) = of(found, "BeamSequence[1].BlockSequence[1].BlockData")
    assert len(one.troubles) == 2
    capability = receiver({"BeamSequence.NumberOfWedges": {"use": "optional", "values": ["1"]}}, statuses=STATUSES)
    assert not of(fate(capability, {"BeamSequence": [{"NumberOfWedges": "01"}]}), "BeamSequence[1].NumberOfWedges")[
        0
    ].troubles


def test_needs_inside_a_sequence_bind_only_where_an_item_is() -> None:
    capability = receiver({"BeamSequence.BeamNumber": {"use": "mandatory"}}, statuses=STATUSES)
    assert fate(capability).attributes == ()
    found = fate(capability, {"BeamSequence": [{"BeamNumber": "1"}, {"BeamName": "B"}]})
    assert [one.path for one in found.attributes if one.troubles] == ["BeamSequence[2].BeamNumber"]


def test_a_mandatory_sequence_without_items_is_absent() -> None:
    capability = receiver({"BeamSequence": "mandatory"}, statuses=STATUSES)
    for values in ({}, {"BeamSequence": []}):
        found = fate(capability, values)
        assert found.status is not None
        assert found.status.code == "A901"


def test_what_only_the_first_item_needs_later_ones_keep() -> None:
    rows = {
        f"{POINT}.GantryAngle": {"use": "mandatory", "needed_in": "first_item"},
        f"{POINT}.DoseRateSet": {"use": "optional", "needed_in": "first_item", "default": "300"},
    }
    points: list[dict[str, Any]] = [{"GantryAngle": "1"}, {}, {"GantryAngle": None}]
    found = fate(receiver(rows, statuses=STATUSES), {"BeamSequence": [{"ControlPointSequence": points}]})
    # One that is there must have a value.
    assert [one.path for one in found.attributes if one.troubles] == [
        "BeamSequence[1].ControlPointSequence[3].GantryAngle"
    ]
    defaults = [one.path for one in found.attributes if one.fate is Fate.DEFAULTED]
    assert defaults == ["BeamSequence[1].ControlPointSequence[1].DoseRateSet"]
    found = fate(receiver(rows, statuses=STATUSES), {"BeamSequence": [{"ControlPointSequence": [{}]}]})
    assert [one.path for one in found.attributes if one.troubles] == [
        "BeamSequence[1].ControlPointSequence[1].GantryAngle"
    ]


def test_what_is_inside_an_ignored_sequence_is_ignored() -> None:
    rows = {"BeamSequence": "ignored", "BeamSequence.BeamNumber": "mandatory"}
    found = fate(receiver(rows, statuses=STATUSES), {"BeamSequence": [{"BeamName": "B"}]})
    assert [(one.path, one.fate) for one in found.attributes] == [("BeamSequence[1].BeamName", Fate.IGNORED)]


def test_modules_that_are_ignored_and_private_attributes() -> None:
    capability = receiver(
        {"BeamSequence.BeamNumber": "optional"},
        statuses=STATUSES,
        modules={"Patient": {"support": "ignored", "remark": "Not read."}},
    )
    found = fate(capability, {"PatientID": "1", "StudyID": "2", "(3009,0010)": "COMPANY", "(3009,1001) COMPANY": "3"})
    assert {one.path: (one.fate, one.module) for one in found.attributes} == {
        "PatientID": (Fate.IGNORED, "Patient"),
        "StudyID": (Fate.NOT_LISTED, "General Study"),
        "(3009,0010)": (Fate.NOT_LISTED, ""),
        "(3009,1001)": (Fate.NOT_LISTED, ""),
    }


def test_private_attributes_are_read_by_their_creator() -> None:
    own = {"(3009,xx01)": {"creator": "COMPANY", "name": "Own", "vr": "LO", "vm": "1"}}
    rows = {"(3009,xx01)": {"use": "optional", "field": "F.X"}}
    capability = receiver(rows, statuses=STATUSES, private_attributes=own)
    found = fate(capability, {"(3009,1101) COMPANY": "3", "(3009,1001) OTHER": "4"})
    assert {one.path: one.fate for one in found.attributes} == {
        "(3009,1101)": Fate.USED,
        "(3009,1001)": Fate.NOT_LISTED,
    }


def test_of_two_rows_for_one_attribute_the_one_that_reads_it_counts() -> None:
    capability = receiver(
        {"InstanceNumber": {"use": "optional", "field": "F.X"}},
        statuses=STATUSES,
        module="RT General Plan",
    )
    found = fate(capability, {"InstanceNumber": "1"})
    assert [one.fate for one in found.attributes] == [Fate.USED]


def test_a_name_in_several_fields_has_room_for_each_component() -> None:
    one = {"use": "optional", "field": "F.X", "length": 5, "too_long": "truncated"}
    several = {**one, "field": ["F.X", "F.Y"]}
    for row, expected in ((one, Fate.TRUNCATED), (several, Fate.USED)):
        found = fate(receiver({"PatientName": row}, statuses=STATUSES, module="Patient"), {"PatientName": "Doe^Jane"})
        assert of(found, "PatientName")[0].fate is expected


def test_no_value_is_in_the_answer_unless_it_is_asked_for() -> None:
    rows = {
        "PatientID": {"use": "mandatory", "values": ["A"], "length": 2, "too_long": "rejected"},
        "PatientSex": "ignored",
    }
    capability = receiver(rows, statuses=STATUSES, module="Patient")
    values = {"PatientID": "SECRET1", "PatientSex": "SECRET2", "StudyID": "SECRET3", "(3009,1001)": "SECRET4"}
    assert "SECRET" not in repr(fate(capability, values))
    shown = repr(fate(capability, values, reveal=True))
    assert all(f"SECRET{number}" in shown for number in (1, 2, 3, 4))


def test_conditions_in_words_are_counted_and_never_judged() -> None:
    rows = {
        "PatientID": {"use": "mandatory", "constraint": "Known.", "otherwise": "Refused.", "status": "C011"},
        "PatientName": {"use": "optional", "overwrite": "compared"},
        "PatientSex": {"use": "optional", "constraint": "Absent, so nobody looks at it."},
    }
    found = fate(receiver(rows, statuses=STATUSES, module="Patient"), {"PatientID": "1", "PatientName": "D"})
    assert found.conditions == 2
    assert found.outcome is Outcome.WORKS
    assert "if 2 conditions in words hold" in found.sentence
