"""Attributes of the standard that a vendor adds to an object: what the kind of the SOP Class makes of them."""

from __future__ import annotations

import pytest
from test_resolve import RT_PLAN, capability_of, said

from dcsgen.model import AttributeMapping

ROOT = "2.25.129856438205198329834.1"


def text(rows: str, kind: str = "standard_extended", module: str = "RT Beams", private: str = "") -> str:
    uid = RT_PLAN if kind == "standard_extended" else ROOT
    own = f"sop_classes: {{plus: {{name: Plan plus, uid: {uid}, kind: {kind}, base: RTPlanStorage}}}}\n"
    return f"""\
{own if kind else ""}{private}iods:
  i:
    title: Applied RT Plan
    sop_class: {"plus" if kind else "RTPlanStorage"}
    role: created
    modules: {{Patient: {{support: used}}, RT Beams: {{support: used}}}}
attribute_mappings:
  m:
    title: T
    iod: i
    direction: import
    target: T
    modules: {{{module}: {{attributes: {{{rows}}}}}}}
"""


def mapped(rows: str, kind: str = "standard_extended", module: str = "RT Beams", private: str = "") -> AttributeMapping:
    return capability_of(text(rows, kind, module, private)).attribute_mappings["m"]


@pytest.mark.parametrize(("kind", "type_"), [("standard_extended", "3"), ("specialized", ""), ("private", "")])
@pytest.mark.parametrize("path", ["KVP", "BeamSequence.KVP"])
def test_an_added_attribute_has_type_3_if_the_class_is_standard_extended(kind: str, type_: str, path: str) -> None:
    row = mapped(f"{path}: optional", kind).modules["RT Beams"].attributes[path]
    assert (row.name, row.tag, row.vr, row.vm, row.type) == ("KVP", "(0018,0060)", "DS", "1", type_)


def test_those_of_the_module_keep_their_type() -> None:
    rows = mapped("BeamSequence.BeamType: optional").modules["RT Beams"].attributes
    assert rows["BeamSequence.BeamType"].type == "1"


def test_an_added_sequence_is_implied_with_its_type_and_leaves_those_inside_to_the_vendor() -> None:
    rows = mapped("AnatomicRegionSequence.CodeValue: optional").modules["RT Beams"].attributes
    assert list(rows) == ["AnatomicRegionSequence", "AnatomicRegionSequence.CodeValue"]
    assert (rows["AnatomicRegionSequence"].implied, rows["AnatomicRegionSequence"].type) == (True, "3")
    assert rows["AnatomicRegionSequence.CodeValue"].type == ""


def test_attributes_of_the_standard_may_stand_in_a_private_sequence() -> None:
    private = "private_attributes: {'(3287,xx01)': {creator: ACME, name: Window, vr: SQ, vm: '1'}}\n"
    rows = mapped("'(3287,xx01).KVP': optional", private=private).modules["RT Beams"].attributes
    assert [(path, row.type) for path, row in rows.items()] == [("(3287,xx01)", ""), ("(3287,xx01).KVP", "")]
    assert [one.code for one in said(text("'(3287,xx01).KVP': optional", kind="", private=private))] == ["L035"]


def test_created_objects_may_have_them_too() -> None:
    created = text("KVP: optional").replace(
        "RT Beams: {support: used}", "RT Beams: {support: used, attributes: {KVP: {}}}"
    )
    assert capability_of(created).iods["i"].modules["RT Beams"].attributes["KVP"].type == "3"


@pytest.mark.parametrize(
    ("rows", "module", "code", "hint"),
    [
        # One data set cannot have an Attribute twice, so it belongs into the Module that has it.
        ("PatientSize: optional", "Patient", "L035", "in this IOD it stands at PatientSize of Patient Study"),
        ("PatientID.KVP: optional", "Patient", "L035", "no Module of this IOD has it"),
        ("KVPP: optional", "Patient", "L032", 'did you mean "KVP"?'),
        ("BeamSequnce.KVP: optional", "RT Beams", "L032", 'did you mean "BeamSequence"?'),
    ],
)
def test_what_has_no_place_is_an_error_still(rows: str, module: str, code: str, hint: str) -> None:
    (found,) = said(text(rows, module=module))
    assert (found.code, found.hint) == (code, hint)


def test_a_standard_sop_class_takes_none_and_the_hint_says_what_does() -> None:
    (found,) = said(text("KVP: optional", kind=""))
    assert (found.code, found.message) == ("L035", '"KVP" is no Attribute of RT Beams')
    assert found.hint == (
        "no Module of this IOD has it; if the product adds it, describe the SOP Class under `sop_classes` with "
        "`kind: standard_extended`"
    )
