"""Which Modules an IOD has and which Attributes those have, as PS3.3 says."""

from __future__ import annotations

import pytest

from dcsgen.base.standard import elements, iods, uids

RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"
RT_PLAN_MODULES = [
    ("Patient", "M", "Patient"),
    ("Clinical Trial Subject", "U", "Patient"),
    ("General Study", "M", "Study"),
    ("Patient Study", "U", "Study"),
    ("Clinical Trial Study", "U", "Study"),
    ("RT Series", "M", "Series"),
    ("Clinical Trial Series", "U", "Series"),
    ("Frame of Reference", "U", "Frame of Reference"),
    ("General Equipment", "M", "Equipment"),
    ("RT General Plan", "M", "Plan"),
    ("RT Prescription", "U", "Plan"),
    ("RT Tolerance Tables", "U", "Plan"),
    ("RT Patient Setup", "U", "Plan"),
    ("RT Fraction Scheme", "U", "Plan"),
    ("RT Beams", "C", "Plan"),
    ("RT Brachy Application Setups", "C", "Plan"),
    ("Approval", "U", "Plan"),
    ("General Reference", "U", "Plan"),
    ("SOP Common", "M", "Plan"),
    ("Common Instance Reference", "U", "Plan"),
]


def test_the_modules_of_rt_plan() -> None:
    assert iods.iod_of(RT_PLAN) == "rt-plan"
    modules = iods.modules_of("rt-plan")
    assert [(module.name, module.usage, module.entity) for module in modules] == RT_PLAN_MODULES


def test_the_facts_say_where_they_are_from_and_what_they_lack() -> None:
    assert iods.origin().edition == "2026b"
    holes = " ".join(iods.origin().known_holes)
    assert "9 Modules" in holes
    assert "2024c" in holes
    without = {
        module.key for iod in iods.iod_names() for module in iods.modules_of(iod) if not iods.attributes_of(module.key)
    }
    assert len(without) == 9
    assert all(key in holes for key in without)


def test_sop_classes_are_registered_and_lead_to_iods() -> None:
    found = {iods.iod_of(uid.uid) for uid in uids.all_of(uids.SOP_CLASSES)} - {None}
    assert len(found) == 171
    assert found < set(iods.iod_names())
    assert len(iods.iod_names()) == 175
    assert iods.iod_of("1.2.840.10008.1.1") is None
    assert iods.iod_of("1.2.3") is None


def test_all_modules_are_listed_once() -> None:
    keys = iods.module_keys()
    assert len(set(keys)) == len(keys) == 445
    assert {"rt-beams", "print-job", "montage-activation"} < set(keys)
    assert [iods.module_key(iods.module_name(key)) for key in keys] == list(keys)


def test_every_module_has_a_usage_and_a_name_that_leads_back() -> None:
    for iod in iods.iod_names():
        modules = iods.modules_of(iod)
        assert len({module.key for module in modules}) == len(modules)
        for module in modules:
            assert module.usage in ("M", "C", "U")
            assert module.entity
            assert iods.module_key(module.key) == module.key
            assert iods.module_key(module.name) == module.key
            assert iods.module_key(f"{module.name} Module") == module.key


@pytest.mark.parametrize("text", ["RT General Plan", "rt-general-plan", "RT General Plan Module", "rt general  plan"])
def test_ways_to_write_a_module(text: str) -> None:
    assert iods.module_key(text) == "rt-general-plan"


@pytest.mark.parametrize("text", ["", "Module", "RT Generel Plan", "General Plan"])
def test_what_is_no_module(text: str) -> None:
    assert iods.module_key(text) is None


def test_attributes_are_in_the_order_of_the_standard() -> None:
    attributes = iods.attributes_of("rt-general-plan")
    assert len({attribute.path for attribute in attributes}) == len(attributes)
    top = [attribute.path[0] for attribute in attributes if len(attribute.path) == 1]
    assert top.index("RTPlanLabel") < top.index("RTPlanDate") < top.index("RTPlanGeometry")


def test_an_attribute_inside_sequences() -> None:
    path = ("BeamSequence", "ControlPointSequence", "GantryAngle")
    assert iods.attribute_in("rt-beams", path) == (path, "1C")
    assert iods.attribute_in("rt-beams", path[:1]) == (path[:1], "1")
    assert iods.attribute_in("rt-beams", path[1:]) is None
    assert iods.attribute_in("rt-beams", ()) is None
    assert iods.attribute_in("patient", ("PatientID",)) == (("PatientID",), "2")


def test_a_module_of_a_normalised_iod_has_no_types() -> None:
    assert {attribute.type for attribute in iods.attributes_of("print-job")} == {""}


def test_every_parent_is_a_sequence_and_every_keyword_is_known() -> None:
    keywords = set()
    for iod in ("rt-plan", "rt-ion-plan", "enhanced-ct-image", "comprehensive-sr"):
        for module in iods.modules_of(iod):
            seen = {()}
            for attribute in iods.attributes_of(module.key):
                assert attribute.path[:-1] in seen
                assert attribute.type in ("1", "1C", "2", "2C", "3")
                seen.add(attribute.path)
                keywords.add(attribute.path[-1])
                for keyword in attribute.path[:-1]:
                    parent = elements.by_keyword(keyword)
                    assert parent is not None
                    assert parent.vr == "SQ"
    assert [keyword for keyword in keywords if elements.by_keyword(keyword) is None] == []


def test_unknown_keys_are_errors() -> None:
    with pytest.raises(KeyError):
        iods.modules_of("rt-plann")
    with pytest.raises(KeyError):
        iods.attributes_of("rt-generel-plan")
    with pytest.raises(KeyError):
        iods.attribute_in("RT General Plan", ("RTPlanLabel",))


@pytest.mark.parametrize("keyword", ["PatientID", "GantryAngle", "CodeMeaning", "StudyDate", "Manufacturer"])
def test_the_uses_of_an_attribute_are_all_its_places(keyword: str) -> None:
    everywhere = [(key, a) for key in iods.module_keys() for a in iods.attributes_of(key) if a.path[-1] == keyword]
    assert len(everywhere) > 3
    assert sorted(iods.uses_of(keyword)) == sorted(everywhere)


def test_an_attribute_that_no_module_has() -> None:
    assert iods.uses_of("CommandGroupLength") == ()
    assert iods.uses_of("") == iods.uses_of("Gantry") == ()


def test_modules_and_iods_name_each_other() -> None:
    for key in iods.module_keys():
        theirs = [(iod, m.usage) for iod in iods.iod_names() for m in iods.modules_of(iod) if m.key == key]
        assert list(iods.iods_with(key)) == theirs, key


def test_the_sop_classes_of_an_iod() -> None:
    assert iods.sop_classes_of("rt-plan") == (RT_PLAN,)
    assert {iods.iod_of(uid) for uid in iods.sop_classes_of("digital-x-ray-image")} == {"digital-x-ray-image"}
    assert iods.sop_classes_of("no-such-iod") == ()
