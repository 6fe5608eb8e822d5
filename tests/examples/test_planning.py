"""The example of a treatment planning system: clean, whole, and a peer of XYZ with which not everything works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.finding import Profile
from dcsgen.base.standard import iods
from dcsgen.base.words import Role, Use
from dcsgen.builtin import collected
from dcsgen.load.compose import compose
from dcsgen.model import Capability, CreatedAttribute, MappedAttribute

FILE = "examples/planning/planning.yaml"
EXPORTED = ("rt-plan", "structure-set", "rt-dose", "reference-image", "plan-report")


@pytest.fixture(scope="module")
def loaded(root: Path) -> api.Loaded:
    return api.load(root / FILE, api.open_host())


@pytest.fixture(scope="module")
def planning(loaded: api.Loaded) -> Capability:
    assert loaded.capability is not None
    return loaded.capability


@pytest.fixture(scope="module")
def xyz(root: Path) -> Capability:
    host = api.open_host(folders=[root / "plugins"])
    capability = api.load(root / "examples" / "xyz" / "xyz.yaml", host).capability
    assert capability is not None
    return capability


def test_it_has_no_finding_even_at_strict(loaded: api.Loaded, planning: Capability) -> None:
    assert loaded.findings == ()
    rules = [rule for rule in collected("rule", "RULE") if Profile.STRICT.includes(rule.profile)]
    assert [f"{problem.kind.code} {problem.message}" for rule in rules for problem in rule.find(planning)] == []


def test_every_file_is_included(root: Path) -> None:
    read = {Path(source.name).name for source in compose(root / FILE).tree.sources}
    assert read == {file.name for file in (root / FILE).parent.glob("*.yaml")} - {"planning-6.5.yaml"}


@pytest.mark.parametrize("name", EXPORTED)
def test_every_attribute_of_type_1_or_2_is_written(planning: Capability, name: str) -> None:
    """Those in Modules that are always there, and not inside Sequences."""
    iod = planning.iods[name]
    for title, module in iod.modules.items():
        key = iods.module_key(title)
        assert key is not None
        wanted = {one.path[0] for one in iods.attributes_of(key) if len(one.path) == 1 and one.type in ("1", "2")}
        assert wanted - set(written(planning, name).get(title, {})) == set(), title
        assert module.usage != "M" or module.presence == "always"


def written(capability: Capability, iod: str) -> Mapping[str, Mapping[str, CreatedAttribute]]:
    """The Attributes of created objects by Module, with those of common Modules."""
    return {
        title: {**(capability.common_modules[module.common].attributes if module.common else {}), **module.attributes}
        for title, module in capability.iods[iod].modules.items()
    }


def pairs(planning: Capability, xyz: Capability) -> Iterator[tuple[str, CreatedAttribute | None, MappedAttribute]]:
    """Each Attribute that XYZ does not ignore: its path, what the planning system writes, and what XYZ does with it."""
    sent = written(planning, "rt-plan")
    for title, module in xyz.attribute_mappings["xyz-rt-plan-import"].modules.items():
        for path, attribute in module.attributes.items():
            if attribute.use is not Use.IGNORED:
                yield path, sent.get(title, {}).get(path), attribute


@pytest.mark.parametrize(
    ("path", "presence"),
    [
        ("PatientID", "always"),
        ("RTPlanLabel", "always"),
        ("ToleranceTableSequence.ToleranceTableLabel", "attribute_not_always"),
        ("FractionGroupSequence.NumberOfFractionsPlanned", "value_not_always"),
        ("BeamSequence.CompensatorSequence.CompensatorID", None),
        ("BeamSequence.BlockSequence.BlockTrayID", "attribute_not_always"),
    ],
)
def test_what_xyz_demands_is_sent_always_sometimes_or_never(
    planning: Capability, xyz: Capability, path: str, presence: str | None
) -> None:
    (found,) = [(sent, mapped) for at, sent, mapped in pairs(planning, xyz) if at == path]
    sent, mapped = found
    assert mapped.use is Use.MANDATORY
    assert (sent.presence if sent else None) == presence


def test_values_that_xyz_does_not_accept(planning: Capability, xyz: Capability) -> None:
    refused = {
        path: set(sent.values) - set(mapped.values)
        for path, sent, mapped in pairs(planning, xyz)
        if sent and sent.values and mapped.values and set(sent.values) - set(mapped.values)
    }
    assert refused["PlanIntent"] == {"RESEARCH"}
    assert refused["ApprovalStatus"] == {"UNAPPROVED"}
    assert refused["SpecificCharacterSet"] == {"ISO_IR 192"}
    assert refused["BeamSequence.BeamLimitingDeviceSequence.RTBeamLimitingDeviceType"] == {"MLCY"}


def test_values_that_are_longer_than_the_fields_of_xyz(planning: Capability, xyz: Capability) -> None:
    long = {
        path: mapped.too_long
        for path, sent, mapped in pairs(planning, xyz)
        if sent and mapped.length and any(len(value) > mapped.length for value in sent.values)
    }
    assert long == {"SoftwareVersions": "truncated", "BeamSequence.WedgeSequence.AccessoryCode": "rejected"}


def test_each_knows_the_other_by_its_ae_title(planning: Capability, xyz: Capability) -> None:
    own = planning.configuration.local["EXPORT"]
    assert xyz.configuration.remote[own.ae_title].address == own.address
    for entity in ("XYZ_IMPORT", "XYZ_QUERY"):
        address = xyz.configuration.local[entity]
        assert planning.configuration.remote[address.ae_title].port == address.port


def test_machines_of_the_planning_system_are_mapped_but_one(planning: Capability, xyz: Capability) -> None:
    path = "BeamSequence.TreatmentMachineName"
    names = xyz.ae_mappings["xyz-rt-plan-import"].attributes[path].per_ae_title["TPS_ALPHA"].values
    assert set(written(planning, "rt-plan")["RT Beams"][path].values) - set(names) == {"LINAC_C_2024"}


def test_what_it_exports_to_a_treatment_system_xyz_accepts(planning: Capability, xyz: Capability) -> None:
    accepted = {sop.uid for s in xyz.services.values() if s.role is Role.SCP for sop in s.sop_classes}
    for key in ("treatment-export", "reference-export"):
        assert {sop.uid for sop in planning.services[key].sop_classes} <= accepted
