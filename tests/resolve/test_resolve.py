"""Resolving: names become UIDs, sets become lists, references are looked up, the standard adds what it knows."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from dcsgen.base.finding import Path as NodePath
from dcsgen.base.finding import Severity
from dcsgen.base.standard import iods
from dcsgen.base.tree import Tree
from dcsgen.base.words import SopClassKind, StatusClass, Use
from dcsgen.load.compose import NamedRecord, compose
from dcsgen.load.validate import validate
from dcsgen.load.yaml_reader import read_tree
from dcsgen.model import AttributeMapping, Capability, MappedAttribute, decode, encode
from dcsgen.resolve import kinds
from dcsgen.resolve.resolve import resolve

BASE = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2002-08-05}
application_entities: {A: {function: F}}
"""

IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
CT = "1.2.840.10008.5.1.4.1.1.2"
RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"


class Said(NamedTuple):
    """A problem as tests compare it; `at` is line and column, where line 5 is the first after `BASE`."""

    code: str
    at: str
    message: str
    hint: str


def tree_of(text: str) -> Tree:
    """A description that is `BASE` and some more; it has no errors that a schema finds."""
    tree, problems = read_tree((BASE + text).encode(), "d.yaml")
    assert problems == []
    assert validate(tree.root, {}) == []
    return tree


def capability_of(text: str, providers: Mapping[NodePath, str] | None = None) -> Capability:
    """The Capability of a description without any problem."""
    resolved = resolve(tree_of(text).root, providers or {})
    assert resolved.problems == ()
    assert resolved.capability is not None
    return resolved.capability


def said(text: str) -> list[Said]:
    """The problems of a description; there is a Capability unless one of them is an error."""
    tree = tree_of(text)
    resolved = resolve(tree.root, {})
    assert {problem.kind for problem in resolved.problems} <= set(kinds.ALL)
    errors = [problem for problem in resolved.problems if problem.kind.severity is Severity.ERROR]
    assert (resolved.capability is None) == bool(errors)
    findings = [tree.finding(problem) for problem in resolved.problems]
    assert all(finding.excerpt for finding in findings)
    return [Said(f.code, f"{f.place.line}:{f.place.column}", f.message, f.hint) for f in findings if f.place]


def service(
    sop_classes: str = "[CTImageStorage]", transfer_syntaxes: str = "[ImplicitVRLittleEndian]", **more: str
) -> str:
    keys = "".join(f"    {key}: {value}\n" for key, value in more.items())
    return f"""\
services:
  s:
    application_entity: A
    role: SCP
    sop_classes: {sop_classes}
    transfer_syntaxes: {transfer_syntaxes}
{keys}"""


def sop_classes_of(capability: Capability) -> list[str]:
    return [sop.uid for sop in capability.services["s"].sop_classes]


def syntaxes_of(capability: Capability) -> list[str]:
    return [syntax.uid for syntax in capability.services["s"].transfer_syntaxes]


# ---- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["CTImageStorage", "CT Image Storage", "ct image storage", "ctimagestorage", "CT Image", CT, f" {CT} "]
)
def test_sop_class_by_any_of_its_names(name: str) -> None:
    (sop,) = capability_of(service(sop_classes=f"['{name}']")).services["s"].sop_classes
    assert (sop.uid, sop.name, sop.kind, sop.retired) == (CT, "CT Image Storage", SopClassKind.STANDARD, False)


@pytest.mark.parametrize(
    "name", ["ImplicitVRLittleEndian", "Implicit VR Little Endian", "implicit vr little endian", IMPLICIT]
)
def test_transfer_syntax_by_any_of_its_names(name: str) -> None:
    (syntax,) = capability_of(service(transfer_syntaxes=f"['{name}']")).services["s"].transfer_syntaxes
    assert (syntax.uid, syntax.name, syntax.private) == (IMPLICIT, "Implicit VR Little Endian", False)


@pytest.mark.parametrize("name", ["ErrorComment", "Error Comment", "error comment", "(0000,0902)", "00000902"])
def test_element_by_any_of_its_names(name: str) -> None:
    status = f"{{A700: {{class: failure, meaning: M, related_fields: ['{name}']}}}}"
    (element,) = capability_of(service(statuses=status)).services["s"].statuses["A700"].related_fields
    assert (element.keyword, element.name, element.tag, element.vr) == (
        "ErrorComment",
        "Error Comment",
        "(0000,0902)",
        "LO",
    )


def test_retired_names_are_marked() -> None:
    text = service(sop_classes="[StandaloneCurveStorage]", transfer_syntaxes="[ExplicitVRBigEndian]")
    found = capability_of(text).services["s"]
    assert found.sop_classes[0].retired
    assert found.transfer_syntaxes[0].retired


def test_order_is_kept() -> None:
    capability = capability_of(service(transfer_syntaxes="[ExplicitVRLittleEndian, ImplicitVRLittleEndian]"))
    assert syntaxes_of(capability) == [EXPLICIT, IMPLICIT]


@pytest.mark.parametrize(
    ("more", "code", "what", "hint"),
    [
        ({"sop_classes": "[CTImageStorag]"}, "L030", "SOP Class", '"CTImageStorage"'),
        ({"transfer_syntaxes": "[ImplicitVRLitleEndian]"}, "L031", "Transfer Syntax", '"ImplicitVRLittleEndian"'),
        (
            {"statuses": "{A700: {class: failure, meaning: M, related_fields: [ErorComment]}}"},
            "L032",
            "Attribute",
            '"ErrorComment"',
        ),
    ],
)
def test_misspelt_name(more: dict[str, str], code: str, what: str, hint: str) -> None:
    (found,) = said(service(**more))
    assert found.code == code
    assert f"is no {what} that the standard or this description knows" in found.message
    assert found.hint.startswith(f"did you mean {hint}")


def test_misspelt_name_has_its_place() -> None:
    (found,) = said(service(sop_classes="[CTImageStorage, Nonsense]"))
    assert found == Said("L030", "9:35", '"Nonsense" is no SOP Class that the standard or this description knows', "")


def test_what_else_a_uid_is() -> None:
    commitment, instance = said(service(sop_classes="['1.2.840.10008.4.2', '1.2.840.10008.1.20.1.1']"))
    assert commitment.message == (
        '"1.2.840.10008.4.2" is the UID of the Service Class "Storage Service Class", not of a SOP Class'
    )
    assert commitment.hint == "write the keyword, the name or the UID of a SOP Class"
    assert "is the UID of the Well-known SOP Instance" in instance.message
    assert instance.hint == 'did you mean "StorageCommitmentPushModel"?'


def test_a_transfer_syntax_is_no_sop_class() -> None:
    assert [found.code for found in said(service(sop_classes=f"['{IMPLICIT}']", transfer_syntaxes=f"['{CT}']"))] == [
        "L030",
        "L031",
    ]


@pytest.mark.parametrize("again", ["CT Image Storage", CT, "CTImageStorage"])
def test_same_sop_class_twice(again: str) -> None:
    text = service(sop_classes=f"[CTImageStorage, '{again}']")
    (found,) = said(text)
    assert found[:3] == ("L038", "9:35", f'"{again}" stands in the list more than once')
    capability = resolve(tree_of(text).root, {}).capability
    assert capability is not None
    assert sop_classes_of(capability) == [CT]


def test_all_unknown_names_at_once() -> None:
    found = said(service(sop_classes="[One, Two]", transfer_syntaxes="[Three]", status_table="four"))
    assert [problem.code for problem in found] == ["L030", "L030", "L031", "L034"]


# ---- the product's own SOP Classes and Transfer Syntaxes -------------------------------------------------------------

OWN = """\
sop_classes:
  acme-plan: {name: Acme Plan, uid: 1.2.3.4, kind: private, base: RTPlanStorage}
transfer_syntaxes:
  acme-zip: {name: Acme Zip, uid: 1.2.3.5}
"""


@pytest.mark.parametrize(("sop_class", "syntax"), [("acme-plan", "acme-zip"), ("1.2.3.4", "1.2.3.5")])
def test_own_by_key_and_by_uid(sop_class: str, syntax: str) -> None:
    capability = capability_of(OWN + service(f"[{sop_class}]", f"[{syntax}]"))
    found = capability.services["s"]
    assert [(sop.uid, sop.name, sop.kind) for sop in found.sop_classes] == [
        ("1.2.3.4", "Acme Plan", SopClassKind.PRIVATE)
    ]
    assert [(ts.uid, ts.name, ts.private) for ts in found.transfer_syntaxes] == [("1.2.3.5", "Acme Zip", True)]


def test_base_of_an_own_sop_class_is_a_sop_class_of_the_standard() -> None:
    base = capability_of(OWN).sop_classes["acme-plan"].base
    assert base is not None
    assert base.uid == RT_PLAN
    (found,) = said("sop_classes: {x: {name: N, uid: 1.2.3, kind: specialized, base: RTPlanStorag}}\n")
    assert (found.code, found.hint) == ("L030", found.hint)
    assert '"RTPlanStorage"' in found.hint


def test_standard_extended_sop_class_is_found_by_its_key() -> None:
    text = f"sop_classes: {{my-plan: {{name: RT Plan plus, uid: {RT_PLAN}, kind: standard_extended}}}}\n"
    (sop,) = capability_of(text + service("[my-plan]")).services["s"].sop_classes
    assert (sop.uid, sop.name, sop.kind) == (RT_PLAN, "RT Plan plus", SopClassKind.STANDARD_EXTENDED)


# ---- sets ------------------------------------------------------------------------------------------------------------


def test_set() -> None:
    text = "sets: {plain: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]}\n"
    assert syntaxes_of(capability_of(text + service(transfer_syntaxes="[$plain]"))) == [EXPLICIT, IMPLICIT]


def test_sets_of_sets_beside_names_keep_the_order() -> None:
    text = "sets: {a: [CTImageStorage, $b, '1.2.840.10008.5.1.4.1.1.7'], b: [MRImageStorage]}\n"
    found = capability_of(text + service(sop_classes="[RTPlanStorage, $a]"))
    names = [sop.name for sop in found.services["s"].sop_classes]
    assert names == ["RT Plan Storage", "CT Image Storage", "MR Image Storage", "Secondary Capture Image Storage"]


def test_set_may_hold_own_ones() -> None:
    text = "sets: {mine: [acme-plan, CTImageStorage]}\n"
    assert sop_classes_of(capability_of(OWN + text + service("[$mine]"))) == ["1.2.3.4", CT]


def test_unknown_set() -> None:
    (found,) = said("sets: {uncompressed: [ImplicitVRLittleEndian]}\n" + service(transfer_syntaxes="[$uncompresed]"))
    assert found[:3] == ("L033", "11:25", 'there is no set "uncompresed"')
    assert found.hint == 'did you mean "uncompressed"?'
    (found,) = said("sets: {uncompressed: [ImplicitVRLittleEndian]}\n" + service(transfer_syntaxes="[$xyz]"))
    assert found.hint == "there is: $uncompressed"
    (found,) = said(service(transfer_syntaxes="[$xyz]"))
    assert found.hint == "there is: none"


@pytest.mark.parametrize("sets", ["{a: [$a]}", "{a: [CTImageStorage, $b], b: [$c], c: [$a]}"])
def test_set_that_contains_itself(sets: str) -> None:
    (found,) = said(f"sets: {sets}\n" + service(sop_classes="[$a]"))
    assert found[:3] == ("L037", f"5:{len('sets: {a: ') + 1}", 'the set "a" contains itself')


def test_wrong_names_in_a_set_are_shown_there_and_once() -> None:
    text = "sets:\n  a: [CTImageStorag, $gone]\nservices:\n" + "".join(
        f"  {key}: {{application_entity: A, role: SCU, sop_classes: [$a], transfer_syntaxes: ['{IMPLICIT}']}}\n"
        for key in "xyz"
    )
    assert [found[:2] for found in said(text)] == [("L030", "6:7"), ("L033", "6:22")]


def test_name_that_is_in_a_set_already() -> None:
    text = "sets: {a: [CTImageStorage]}\n"
    (found,) = said(text + service(sop_classes="[$a, CTImageStorage]"))
    assert found[:2] == ("L038", "10:23")
    (found,) = said(text + service(sop_classes="[CTImageStorage, $a]"))
    assert found[:2] == ("L038", "10:35")


def test_set_that_is_used_twice_in_one_list() -> None:
    (found,) = said("sets: {a: [CTImageStorage, MRImageStorage]}\n" + service(sop_classes="[$a, $a]"))
    assert found[:3] == ("L038", "10:23", 'the set "a" stands in the list more than once')


def test_sets_do_not_multiply() -> None:
    # Each set names the next one twice: a million names if they were written out.
    sets = {f"s{number}": [f"$s{number + 1}", f"$s{number + 1}"] for number in range(19)}
    root = tree_of(service(sop_classes="[$s0]")).root | {"sets": {**sets, "s19": ["CTImageStorage"]}}
    resolved = resolve(root, {})
    assert resolved.capability is not None
    assert sop_classes_of(resolved.capability) == [CT]
    assert len(resolved.problems) < 100


def test_sets_that_are_too_deep() -> None:
    sets: dict[str, list[str]] = {f"s{number}": [f"$s{number + 1}"] for number in range(5000)}
    resolved = resolve(tree_of(service(sop_classes="[$s0]")).root | {"sets": sets}, {})
    (problem,) = resolved.problems
    assert problem.kind.code == "L037"
    assert "deep" in problem.message


# ---- references ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "collection"),
    [
        ("local_activity", "real world activities"),
        ("remote_activity", "real world activities"),
        ("status_table", "status tables"),
        ("iod", "iods"),
        ("attribute_mapping", "attribute mappings"),
        ("ae_mapping", "ae mappings"),
    ],
)
def test_dangling_reference_of_a_service(key: str, collection: str) -> None:
    (found,) = said(service(**{key: "gone"}))
    assert found[:3] == ("L034", f"11:{len(key) + 7}", f'"gone" is not among the {collection}')
    assert found.hint


def test_dangling_reference_with_one_that_comes_near() -> None:
    text = "real_world_activities: {store-plans: {name: N, side: local}, send-plans: {name: N, side: remote}}\n"
    (found,) = said(text + service(local_activity="store-plan"))
    assert found.hint.startswith('did you mean "store-plans"')
    (found,) = said(text + service(local_activity="xyzzy"))
    assert found.hint == "there is: store-plans, send-plans"


def test_dangling_references_of_other_records() -> None:
    found = said("""\
real_world_activities: {a: {name: N, side: local, triggered_by: [a, gone]}}
attribute_mappings:
  m: {title: T, iod: gone, direction: import, target: T, modules: {Patient: {attributes: {PatientID: ignored}}}}
configuration:
  local: {GONE: {ae_title: X}}
  remote: {PEER: {application_entity: GONE}}
  parameters: {p: {application_entity: A}}
""")
    assert [(problem.code, problem.at) for problem in found] == [
        ("L034", "5:69"),
        ("L034", "7:22"),
        ("L034", "9:11"),
        ("L034", "10:39"),
    ]


def test_references_that_lead_somewhere() -> None:
    capability = capability_of(
        "real_world_activities: {a: {name: N, side: local}}\n"
        "status_tables: {t: {title: T, service: C-STORE, statuses: {'0000': {class: success, meaning: M}}}}\n"
        "configuration: {local: {A: {ae_title: X}}}\n" + service(local_activity="a", status_table="t")
    )
    assert capability.services["s"].local_activity in capability.real_world_activities
    assert capability.services["s"].status_table in capability.status_tables
    assert list(capability.configuration.local) == ["A"]


# ---- applied IODs ----------------------------------------------------------------------------------------------------


def iod(modules: str, sop_class: str = "RTPlanStorage") -> str:
    return f"iods: {{i: {{title: T, sop_class: {sop_class}, role: received, modules: {modules}}}}}\n"


def test_modules_get_usage_and_entity_in_the_order_of_the_standard() -> None:
    modules = (
        capability_of(
            iod("{SOP Common: {support: used}, RT Beams: {support: used, remark: R}, Patient: {support: ignored}}")
        )
        .iods["i"]
        .modules
    )
    assert list(modules) == ["Patient", "RT Beams", "SOP Common"]
    assert [(m.usage, m.entity) for m in modules.values()] == [("M", "Patient"), ("C", "Plan"), ("M", "Plan")]
    assert modules["RT Beams"].remark == "R"


@pytest.mark.parametrize("name", ["rt beams", "RT Beams Module", "rt-beams", "RTBeams"])
def test_module_is_written_as_the_standard_does(name: str) -> None:
    # Otherwise a path into the description would not be one into the Capability.
    (found,) = said(iod(f"{{{name}: {{support: used}}}}"))
    assert found.code == "L036"
    assert found.hint.startswith('did you mean "RT Beams"')


def test_module_that_is_not_part_of_the_iod() -> None:
    found = said(iod("{Image Pixel: {support: used}, RT Beems: {support: used}}"))
    assert [problem.code for problem in found] == ["L036", "L036"]
    assert found[0].message == '"Image Pixel" is no Module of the IOD'
    assert found[0].at == f"5:{iod('').index('modules: ') + len('modules: {') + 1}"
    assert found[0].hint.startswith("its Modules are Patient, ")
    assert found[1].hint.startswith('did you mean "RT Beams"')


# ---- attribute mappings ----------------------------------------------------------------------------------------------


def mapping(modules: str, more: str = "") -> str:
    return f"""\
{iod("{Patient: {support: used}, RT Beams: {support: used}}")}{more}\
attribute_mappings:
  m:
    title: T
    iod: i
    direction: import
    target: T
    modules:
      {modules}
"""


FIRST = mapping("{}").count("\n") + BASE.count("\n")
"""The line of the modules of a `mapping` without more."""


def mapped(modules: str, more: str = "") -> AttributeMapping:
    return capability_of(mapping(modules, more)).attribute_mappings["m"]


def test_attribute_gets_name_tag_vr_vm_and_type() -> None:
    row = mapped("{Patient: {attributes: {PatientID: mandatory}}}").modules["Patient"].attributes["PatientID"]
    assert row == MappedAttribute(use=Use.MANDATORY, name="Patient ID", tag="(0010,0020)", vr="LO", vm="1", type="2")


def test_attribute_keeps_what_the_author_says() -> None:
    text = "{RT Beams: {attributes: {BeamSequence.BeamType: {use: optional, remark: R, values: [STATIC, 1, true], "
    row = mapped(text + "default: 2.5, field: T.F, range: [null, 360], length: 16}}}}").modules["RT Beams"]
    found = row.attributes["BeamSequence.BeamType"]
    assert (found.use, found.remark, found.values, found.default) == (Use.OPTIONAL, "R", ("STATIC", "1", "true"), "2.5")
    assert (found.field, found.range, found.length, found.type) == (("T.F",), (None, 360), 16, "1")


def test_several_fields() -> None:
    row = mapped("{Patient: {attributes: {PatientName: {use: mandatory, field: [T.LAST, T.FIRST]}}}}").modules[
        "Patient"
    ]
    assert row.attributes["PatientName"].field == ("T.LAST", "T.FIRST")


def test_sequences_that_are_not_listed_are_implied() -> None:
    rows = mapped("{RT Beams: {attributes: {BeamSequence.ControlPointSequence.GantryAngle: mandatory}}}").modules[
        "RT Beams"
    ]
    assert [(path, row.implied, row.vr) for path, row in rows.attributes.items()] == [
        ("BeamSequence", True, "SQ"),
        ("BeamSequence.ControlPointSequence", True, "SQ"),
        ("BeamSequence.ControlPointSequence.GantryAngle", False, "DS"),
    ]
    assert rows.attributes["BeamSequence"].type == "1"
    assert rows.attributes["BeamSequence"].use is Use.OPTIONAL


@pytest.mark.parametrize("first", [True, False])
def test_sequence_that_is_listed_is_not_implied(first: bool) -> None:
    entries = ["BeamSequence: {use: mandatory, remark: R}", "BeamSequence.BeamName: optional"]
    rows = mapped(f"{{RT Beams: {{attributes: {{{', '.join(entries if first else entries[::-1])}}}}}}}").modules[
        "RT Beams"
    ]
    assert list(rows.attributes) == ["BeamSequence", "BeamSequence.BeamName"]
    assert (rows.attributes["BeamSequence"].implied, rows.attributes["BeamSequence"].remark) == (False, "R")


def test_items_stand_below_their_sequence_in_the_author_s_order() -> None:
    names = [
        "BeamSequence.BeamName",
        "BeamSequence.ControlPointSequence.GantryAngle",
        "BeamSequence.BeamNumber",
        "BeamSequence.ControlPointSequence.ControlPointIndex",
    ]
    entries = ", ".join(f"{name}: optional" for name in names)
    rows = mapped(f"{{RT Beams: {{attributes: {{{entries}}}}}}}").modules["RT Beams"]
    assert list(rows.attributes) == [
        "BeamSequence",
        "BeamSequence.BeamName",
        "BeamSequence.ControlPointSequence",
        "BeamSequence.ControlPointSequence.GantryAngle",
        "BeamSequence.ControlPointSequence.ControlPointIndex",
        "BeamSequence.BeamNumber",
    ]


def test_modules_stand_in_the_order_of_the_standard() -> None:
    modules = mapped(
        "{RT Beams: {attributes: {BeamSequence: ignored}}, Patient: {attributes: {PatientID: ignored}}}"
    ).modules
    assert list(modules) == ["Patient", "RT Beams"]


def test_type_depends_on_where_an_attribute_stands() -> None:
    found = mapped(
        "{RT Beams: {attributes: {BeamSequence.ReferencedToleranceTableNumber: optional}}, "
        "RT Tolerance Tables: {attributes: {ToleranceTableSequence.ToleranceTableNumber: optional}}}"
    )
    for module, path in [
        ("RT Beams", "BeamSequence.ReferencedToleranceTableNumber"),
        ("RT Tolerance Tables", "ToleranceTableSequence.ToleranceTableNumber"),
    ]:
        key = iods.module_key(module)
        assert key is not None
        attribute = iods.attribute_in(key, tuple(path.split(".")))
        assert attribute is not None
        assert found.modules[module].attributes[path].type == attribute.type


@pytest.mark.parametrize(
    ("attribute", "code", "message", "hint"),
    [
        ("PatientIDD", "L032", '"PatientIDD" is no Attribute of the standard', 'did you mean "PatientID"'),
        (
            "PatientSize",
            "L035",
            '"PatientSize" is no Attribute of Patient',
            "in this IOD it stands at PatientSize of Patient Study",
        ),
        (
            "GantryAngle",
            "L035",
            '"GantryAngle" is no Attribute of Patient',
            "in this IOD it stands at BeamSequence.ControlPointSequence.GantryAngle of RT Beams",
        ),
        ("PixelData", "L035", '"PixelData" is no Attribute of Patient', "no Module of this IOD has it"),
        ("PatientID.PatientName", "L035", '"PatientName" is no Attribute of Patient, PatientID', "PatientName"),
    ],
)
def test_attribute_that_is_not_there(attribute: str, code: str, message: str, hint: str) -> None:
    (found,) = said(mapping(f"{{Patient: {{attributes: {{PatientName: ignored, {attribute}: ignored}}}}}}"))
    assert (found.code, found.message) == (code, message)
    assert found.at == f"{FIRST}:53"
    assert hint in found.hint


def test_attribute_that_is_elsewhere_in_the_module() -> None:
    (found,) = said(mapping("{RT Beams: {attributes: {GantryAngle: ignored}}}"))
    assert found.code == "L035"
    assert found.hint == "in this Module it stands at BeamSequence.ControlPointSequence.GantryAngle"


def test_attribute_in_a_sequence_that_is_misspelt() -> None:
    (found,) = said(mapping("{RT Beams: {attributes: {BeamSequnce.BeamName: ignored}}}"))
    assert found[2:] == ('"BeamSequnce" is no Attribute of the standard', 'did you mean "BeamSequence"?')


def test_module_of_a_mapping_that_is_not_part_of_the_iod() -> None:
    (found,) = said(mapping("{Image Pixel: {attributes: {Rows: ignored}}}"))
    assert found[:3] == ("L036", f"{FIRST}:8", '"Image Pixel" is no Module of the IOD')


def test_private_attributes() -> None:
    private = "private_attributes: {'(3287,xx01)': {creator: ACME, name: Window, vr: LO, vm: '1'}}\n"
    rows = mapped("{RT Beams: {attributes: {'BeamSequence.(3287,xx01)': mandatory}}}", private).modules["RT Beams"]
    assert list(rows.attributes) == ["BeamSequence", "BeamSequence.(3287,xx01)"]
    found = rows.attributes["BeamSequence.(3287,xx01)"]
    assert (found.name, found.tag, found.vr, found.vm, found.type) == ("Window", "(3287,xx01)", "LO", "1", "")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("(3287,xx02)", "L035"),
        ("BeamSequence.(3287,xx02)", "L035"),
        ("Nonsense.(3287,xx01)", "L032"),
        ("GantryAngle.(3287,xx01)", "L035"),
        ("BeamSequence.BeamName.(3287,xx01)", "L035"),
    ],
)
def test_private_attribute_that_is_not_described_or_stands_nowhere(path: str, code: str) -> None:
    private = "private_attributes: {'(3287,xx01)': {creator: ACME, name: Window, vr: LO, vm: '1'}}\n"
    (found,) = said(mapping(f"{{RT Beams: {{attributes: {{'{path}': mandatory}}}}}}", private))
    assert found.code == code


# ---- AE-specific mappings --------------------------------------------------------------------------------------------


def ae_mapping(attributes: str, of: str = "m") -> str:
    mapped_too = mapping("{RT Beams: {attributes: {BeamSequence.BeamName: {use: optional, field: F.NAME}}}}")
    return f"""\
{mapped_too}\
ae_mappings:
  v: {{title: T, attribute_mapping: {of}, configurable_by: service, attributes: {attributes}}}
"""


def test_ae_mapping() -> None:
    target = "{field: [F.A, F.B], values: {1: true}}"
    text = f"{{BeamSequence.BeamName: {{default: {{field: F.NAME}}, per_ae_title: {{TPS: {target}}}}}}}"
    (row,) = capability_of(ae_mapping(text)).ae_mappings["v"].attributes.values()
    assert (row.name, row.tag) == ("Beam Name", "(300A,00C2)")
    assert row.default.field == ("F.NAME",)
    assert row.per_ae_title["TPS"].field == ("F.A", "F.B")
    assert row.per_ae_title["TPS"].values == {"1": "true"}


def test_ae_mapping_of_an_implied_sequence() -> None:
    (row,) = (
        capability_of(ae_mapping("{BeamSequence: {default: {}, per_ae_title: {}}}"))
        .ae_mappings["v"]
        .attributes.values()
    )
    assert row.name == "Beam Sequence"


def test_ae_mapping_of_an_attribute_that_is_not_mapped() -> None:
    (found,) = said(ae_mapping("{BeamSequence.BeamNumber: {default: {}, per_ae_title: {}}}"))
    assert found.code == "L039"
    assert found.message == '"BeamSequence.BeamNumber" is not in the mapping "m"'
    assert found.hint.startswith('did you mean "BeamSequence.BeamName"')
    assert (
        found.at
        == f"{FIRST + 2}:{len('  v: {title: T, attribute_mapping: m, configurable_by: service, attributes: {') + 1}"
    )


def test_ae_mapping_of_a_mapping_that_is_not_there() -> None:
    assert [found.code for found in said(ae_mapping("{BeamSequence: {default: {}, per_ae_title: {}}}", of="gone"))] == [
        "L034"
    ]


# ---- the rest --------------------------------------------------------------------------------------------------------


def test_status_codes_are_written_in_capital_letters() -> None:
    status = "{class: failure, meaning: M}"
    codes = f"{{a7xx: {status}, c100-c1ff: {status}}}"
    text = f"status_tables: {{t: {{title: T, service: C-STORE, statuses: {codes}}}}}\n"
    capability = capability_of(text + service(statuses=f"{{'0000': {{class: success, meaning: M}}, fe00: {status}}}"))
    assert list(capability.status_tables["t"].statuses) == ["A7xx", "C100-C1FF"]
    assert list(capability.services["s"].statuses) == ["0000", "FE00"]
    assert capability.services["s"].statuses["0000"].class_ is StatusClass.SUCCESS


def test_status_code_in_two_ways() -> None:
    status = "{class: failure, meaning: M}"
    (found,) = said(service(statuses=f"{{A900: {status}, a900: {status}}}"))
    assert found[:2] == ("L050", f"11:{len('    statuses: {A900: ') + len(status) + 3}")
    assert "A900" in found.message


def test_keys_of_sources_are_gone_and_the_edition_is_there() -> None:
    tree = tree_of("include: []\nextends: base.yaml\nsets: {a: [CTImageStorage]}\n")
    capability = resolve(tree.root, {}).capability
    assert capability is not None
    assert capability.edition == iods.origin().edition
    plain = msgspec.to_builtins(capability)
    assert not {"include", "extends", "sets"} & set(plain)


def test_whole_numbers_with_a_point() -> None:
    capability = capability_of(
        "configuration: {local: {A: {ae_title: X, port: 104.0}}, parameters: {p: {default: 2.0, range: [0, 5.5]}}}\n"
    )
    assert capability.configuration.local["A"].port == 104
    assert capability.configuration.parameters["p"].default == 2.0


@pytest.mark.parametrize(("value", "limit"), [("5", 5), ("5.0", 5), ("unlimited", "unlimited")])
def test_number_or_word(value: str, limit: int | str) -> None:
    root = tree_of("").root
    text = BASE.replace("function: F", f"function: F, association: {{as_acceptor: {{max_associations: {value}}}}}")
    root, _ = read_tree(text.encode(), "d.yaml")
    capability = resolve(root.root, {}).capability
    assert capability is not None
    acceptor = capability.application_entities["A"].association.as_acceptor
    assert acceptor is not None
    assert acceptor.max_associations == limit


def test_extensions_stay_as_they_are() -> None:
    tree, _ = read_tree((BASE + "extensions: {acme: {x: [1, {y: $z}], sop_classes: [CT]}}\n").encode(), "d.yaml")
    capability = resolve(tree.root, {}).capability
    assert capability is not None
    assert capability.extensions == {"acme": {"x": [1, {"y": "$z"}], "sop_classes": ["CT"]}}


def test_providers_are_kept_with_their_records(tmp_path: Path) -> None:
    table = tmp_path / "table.yaml"
    table.write_text("title: T\nservice: C-STORE\nstatuses: {'0000': {class: success, meaning: M}}\n")
    main = tmp_path / "main.yaml"
    main.write_text(BASE + service(status_table="acme-store"))
    composed = compose(main, [NamedRecord("status_tables", "acme-store", table, "acme")])
    assert validate(composed.tree.root, {}) == []
    capability = resolve(composed.tree.root, composed.providers).capability
    assert capability is not None
    assert capability.status_tables["acme-store"].provider == "acme"


def test_record_of_a_plugin_that_is_wrong_is_shown_in_its_own_file(tmp_path: Path) -> None:
    file = tmp_path / "iod.yaml"
    file.write_text("title: T\nsop_class: RTPlanStorag\nrole: received\nmodules: {Patient: {support: used}}\n")
    main = tmp_path / "main.yaml"
    main.write_text(BASE + service(iod="acme-plan"))
    composed = compose(main, [NamedRecord("iods", "acme-plan", file, "acme")])
    first = resolve(composed.tree.root, composed.providers).problems[0]
    assert str(composed.tree.finding(first).place) == f"{file}:2:12"


def test_resolving_changes_nothing_in_the_tree() -> None:
    text = "sets: {u: [ImplicitVRLittleEndian]}\n" + ae_mapping(
        "{BeamSequence.BeamName: {default: {field: F}, per_ae_title: {}}}"
    )
    root = tree_of(text + service(transfer_syntaxes="[$u]", statuses="{a900: {class: failure, meaning: M}}")).root
    before = copy.deepcopy(root)
    resolve(root, {})
    assert root == before


def test_capability_survives_its_own_json() -> None:
    capability = capability_of(
        OWN
        + ae_mapping("{BeamSequence.BeamName: {default: {field: F}, per_ae_title: {}}}")
        + service("[acme-plan, CTImageStorage]")
    )
    assert decode(encode(capability)) == capability


def test_without_a_valid_description_there_are_problems_but_no_capability() -> None:
    tree = tree_of(service(sop_classes="[CTImageStorag]"))
    resolved = resolve(tree.root, {}, valid=False)
    assert resolved.capability is None
    assert [problem.kind.code for problem in resolved.problems] == ["L030"]
    assert resolve(tree_of("").root, {}, valid=False).capability is None


@pytest.mark.parametrize("junk", [None, 5, "x", [], ["x"], {}, {"x": 5}, {"x": ["y"]}, [{"x": []}], True])
@pytest.mark.parametrize(
    "path",
    [
        ("sets",),
        ("sets", "a"),
        ("services",),
        ("services", "s"),
        ("services", "s", "sop_classes"),
        ("services", "s", "statuses"),
        ("services", "s", "iod"),
        ("sop_classes",),
        ("sop_classes", "own"),
        ("sop_classes", "own", "uid"),
        ("sop_classes", "own", "name"),
        ("iods",),
        ("iods", "i"),
        ("iods", "i", "sop_class"),
        ("iods", "i", "modules"),
        ("iods", "i", "modules", "Patient"),
        ("private_attributes",),
        ("private_attributes", "(3287,xx01)"),
        ("attribute_mappings",),
        ("attribute_mappings", "m"),
        ("attribute_mappings", "m", "iod"),
        ("attribute_mappings", "m", "modules"),
        ("attribute_mappings", "m", "modules", "Patient"),
        ("attribute_mappings", "m", "modules", "Patient", "attributes"),
        ("attribute_mappings", "m", "modules", "Patient", "attributes", "PatientID"),
        ("attribute_mappings", "m", "modules", "Patient", "attributes", "(3287,xx01)"),
        ("ae_mappings",),
        ("ae_mappings", "v"),
        ("ae_mappings", "v", "attribute_mapping"),
        ("ae_mappings", "v", "attributes"),
        ("ae_mappings", "v", "attributes", "PatientID"),
        ("ae_mappings", "v", "attributes", "PatientID", "default"),
        ("ae_mappings", "v", "attributes", "PatientID", "per_ae_title"),
        ("status_tables", "t", "statuses"),
    ],
)
def test_whatever_a_schema_refuses_is_looked_at_without_harm(path: tuple[str, ...], junk: Any) -> None:
    root: dict[str, Any] = copy.deepcopy(WHOLE)
    node = root
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = junk
    assert resolve(root, {}, valid=False).capability is None


WHOLE: dict[str, Any] = {
    "dcsgen": 1,
    "product": {"name": "P", "vendor": "V", "version": "1"},
    "document": {"identifier": "D", "revision": "1", "date": "2002-08-05"},
    "application_entities": {"A": {"function": "F"}},
    "sets": {"a": ["own", "CTImageStorage"]},
    "sop_classes": {"own": {"name": "N", "uid": "1.2.3", "kind": "private"}},
    "services": {
        "s": {
            "application_entity": "A",
            "role": "SCP",
            "sop_classes": ["$a", "1.2.3"],
            "transfer_syntaxes": ["ImplicitVRLittleEndian"],
            "iod": "i",
            "statuses": {"a900": {"class": "failure", "meaning": "M"}},
            "keys": {"PatientID": {"level": "STUDY", "value": "V", "copied_into": ["i"]}},
            "coercion": {"PatientID": {"change": "added", "sop_classes": ["own"]}},
            "transcoding": {"t": {"stored": ["JPEGLossless"], "negotiated": ["JPEGBaseline8Bit"], "result": "new_uid"}},
            "failure_reasons": {"0112": {"condition": "C"}},
            "operations": {
                "o": {
                    "operation": "N-ACTION",
                    "sop_class": "own",
                    "type_id": 1,
                    "attributes": {"PatientID": {"values": ["V"], "default": "V"}},
                }
            },
        }
    },
    "common_modules": {"c": {"module": "Patient", "attributes": {"PatientID": {"values": ["V"]}}}},
    "status_tables": {
        "t": {"title": "T", "service": "C-STORE", "statuses": {"0000": {"class": "success", "meaning": "M"}}}
    },
    "iods": {
        "i": {
            "title": "T",
            "sop_class": "RTPlanStorage",
            "role": "received",
            "modules": {"Patient": {"support": "used", "common": "c", "attributes": {"PatientID": {}}}},
            "functional_groups": {
                "G": {"placement": "shared", "attributes": {"PixelMeasuresSequence": {"values": ["V"]}}}
            },
        }
    },
    "private_attributes": {"(3287,xx01)": {"creator": "C", "name": "N", "vr": "LO", "vm": "1"}},
    "attribute_mappings": {
        "m": {
            "title": "T",
            "iod": "i",
            "direction": "import",
            "target": "T",
            "modules": {"Patient": {"attributes": {"PatientID": "ignored", "(3287,xx01)": {"use": "optional"}}}},
        }
    },
    "ae_mappings": {
        "v": {
            "title": "T",
            "attribute_mapping": "m",
            "configurable_by": "user",
            "attributes": {"PatientID": {"default": {"field": "F"}, "per_ae_title": {"TPS": {"field": "G"}}}},
        }
    },
}
"""A description in which every path of the test above exists; it is valid but for a SOP Class that is named twice."""


def test_the_whole_one_is_valid() -> None:
    assert validate(WHOLE, {}) == []
    assert [problem.kind.code for problem in resolve(WHOLE, {}).problems] == ["L038"]
