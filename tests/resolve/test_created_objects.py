"""What is written into created objects gets names, Tags and Types; what is in no such Module is said."""

from __future__ import annotations

from typing import Any

from dcsgen.plugin.testing import minimal_description
from dcsgen.resolve.resolve import Resolved, resolve


def resolved(iod: dict[str, Any], **keys: Any) -> Resolved:
    whole = {"title": "T", "role": "created", "modules": {"Patient": {"support": "used"}}, **iod}
    return resolve(minimal_description(iods={"i": whole}, **keys), {})


def test_attributes_of_a_module_have_their_type() -> None:
    modules = {"General Series": {"support": "used", "attributes": {"RequestAttributesSequence.AccessionNumber": {}}}}
    result = resolved({"sop_class": "CTImageStorage", "modules": modules})
    assert result.capability is not None
    rows = result.capability.iods["i"].modules["General Series"].attributes
    found = {path: (row.name, row.tag, row.vr, row.type, row.implied) for path, row in rows.items()}
    # PS3.3 C.7.3.1 and Table 10-9.
    assert found == {
        "RequestAttributesSequence": ("Request Attributes Sequence", "(0040,0275)", "SQ", "3", True),
        "RequestAttributesSequence.AccessionNumber": ("Accession Number", "(0008,0050)", "SH", "3", False),
    }


def test_common_modules_have_their_types() -> None:
    common = {"p": {"module": "Patient", "attributes": {"PatientID": {"values": [1]}}}}
    result = resolved({"sop_class": "CTImageStorage"}, common_modules=common)
    assert result.capability is not None
    row = result.capability.common_modules["p"].attributes["PatientID"]
    assert (row.type, row.values) == ("2", ("1",))


def test_functional_groups_have_their_types_by_placement() -> None:
    groups = {
        name: {"placement": name, "attributes": {"PixelMeasuresSequence.SliceThickness": {}}}
        for name in ("shared", "per_frame", "either")
    }
    result = resolved({"sop_class": "EnhancedCTImageStorage", "functional_groups": groups})
    assert result.capability is not None
    for group in result.capability.iods["i"].functional_groups.values():
        assert list(group.attributes) == ["PixelMeasuresSequence", "PixelMeasuresSequence.SliceThickness"]
        assert group.attributes["PixelMeasuresSequence.SliceThickness"].type == "1C"


def test_values_of_functional_groups_are_texts() -> None:
    attributes = {"PixelValueTransformationSequence.RescaleSlope": {"values": [1]}}
    groups = {"G": {"placement": "shared", "attributes": attributes}}
    common = {"g": {"macro": "G", "attributes": attributes}}
    result = resolved(
        {"sop_class": "EnhancedCTImageStorage", "functional_groups": groups}, common_functional_groups=common
    )
    assert result.capability is not None
    for group in (result.capability.iods["i"].functional_groups["G"], result.capability.common_functional_groups["g"]):
        assert group.attributes["PixelValueTransformationSequence.RescaleSlope"].values == ("1",)


def test_what_is_elsewhere_is_said() -> None:
    result = resolved(
        {
            "sop_class": "EnhancedCTImageStorage",
            "modules": {"Patient": {"support": "used", "attributes": {"StudyDate": {}}, "common": "q"}},
            "functional_groups": {"G": {"placement": "shared", "attributes": {"BeamSequence": {}}}},
        },
        common_modules={
            "p": {"module": "patient", "attributes": {"PatientID": {}}},
            "o": {"module": "Patientt", "attributes": {"PatientID": {}}},
            "r": {"module": "Patient", "attributes": {"PatientNam": {}}},
        },
    )
    assert result.capability is None
    assert [(p.kind.code, p.path[-1], p.message) for p in result.problems] == [
        ("L034", "common", '"q" is not among the common modules'),
        ("L035", "StudyDate", '"StudyDate" is no Attribute of Patient'),
        ("L035", "BeamSequence", '"BeamSequence" is no Functional Group of the IOD in SharedFunctionalGroupsSequence'),
        ("L036", "module", '"patient" is no Module of PS3.3'),
        ("L036", "module", '"Patientt" is no Module of PS3.3'),
        ("L032", "PatientNam", '"PatientNam" is no Attribute of the standard'),
    ]
    assert [p.hint for p in result.problems[3:5]] == [
        'did you mean "Patient"?',
        'did you mean "Patient" or "Patient Study"?',
    ]


def test_without_facts_about_macros_nothing_is_said() -> None:
    groups = {"G": {"placement": "shared", "attributes": {"BeamSequence": {}}}}
    assert resolved({"sop_class": "CTImageStorage", "functional_groups": groups}).problems == ()
