"""The example of IEC TR 62266: it loads without a finding, and its statement has the sections that it shall have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dcsgen import api
from dcsgen.base.finding import Profile
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.model import Capability
from dcsgen.plugin import Section, Statement
from dcsgen.render.statement import Rendered, render

FIRST_TWO_LEVELS = """
A DICOM Conformance Statement
A.1 Introduction
A.2 Implementation Model
A.3 AE Specifications
A.4 Communication Profiles
A.5 Extensions, Specialisations and Privatisations
A.6 Configuration
A.7 Support of Extended Character Sets
B Applied RT Plan IOD and Mapping to XYZ/PRODUCT Database
B.1 Modules of the Applied RT Plan IOD
B.2 Import of RT Plan Prescriptions
C C-STORE Response Status Codes
D Configurable AE-Specific Attribute Mapping to XYZ/PRODUCT Database
D.1 Patient ID
D.2 Physician(s) of Record
D.3 RT Plan Label
D.4 Dose Reference Description
D.5 Tolerance Table Label
D.6 Fraction Group Number
D.7 Beam Name
D.8 Treatment Machine Name
D.9 RT Beam Limiting Device Type
D.10 Wedge ID
D.11 Applicator ID
D.12 Nominal Beam Energy
"""

NO_PARAMETERS = {
    "Cannot understand",
    "Data Set does not match SOP Class",
    "Imported prescriptions",
    "Mandatory",
    "Network settings",
    "Note on this example.",
    "Out of Resources",
}
"""Words in italics that begin with a capital letter and are no parameters of the configuration."""


@pytest.fixture(scope="module")
def loaded(root: Path) -> api.Loaded:
    return api.load(root / "examples" / "xyz" / "xyz.yaml", api.open_host(folders=[root / "plugins"]))


@pytest.fixture(scope="module")
def capability(loaded: api.Loaded) -> Capability:
    assert loaded.capability is not None
    return loaded.capability


@pytest.fixture(scope="module")
def rendered(capability: Capability) -> Rendered:
    (layout,) = (layout for layout in LAYOUTS if layout.name == "tr62266")
    return render(capability, layout)


@pytest.fixture(scope="module")
def statement(rendered: Rendered) -> Statement:
    return rendered.statement


def sections(of: Statement | Section) -> Iterator[Section]:
    """All sections in reading order."""
    for section in of.sections if isinstance(of, Statement) else of.children:
        yield section
        yield from sections(section)


def texts(value: Any) -> Iterator[str]:
    """Every text in plain data, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def test_it_has_no_finding(root: Path) -> None:
    host = api.open_host(folders=[root / "plugins"])
    file = root / "examples" / "xyz" / "xyz.yaml"
    strict = api.overruled(api.configuration([file]), profile=Profile.STRICT)
    found = api.check([file], host=host, configuration=strict).report.findings

    assert [f"{finding.place}: {finding.message}" for finding in found if not finding.accepted] == []
    assert {finding.slug for finding in found} == {"plain-text-only", "unregistered-port"}


def test_every_link_of_the_prose_leads_somewhere(rendered: Rendered) -> None:
    assert rendered.unknown_targets == ()


def test_numbers_and_titles_of_the_first_two_levels(statement: Statement) -> None:
    found = [f"{section.number} {section.title}" for section in sections(statement) if section.level <= 2]

    assert found == FIRST_TWO_LEVELS.strip().splitlines()


def test_every_section_says_something(statement: Statement) -> None:
    assert [
        section.number for section in sections(statement) if not section.html.strip() and not section.children
    ] == []


def test_nothing_is_left_unstated(statement: Statement) -> None:
    assert [section.number for section in sections(statement) if "not stated" in section.html.lower()] == []


def test_annex_b_lists_every_module_that_is_used(statement: Statement, capability: Capability) -> None:
    iod, mapping = capability.iods["xyz-rt-plan"], capability.attribute_mappings["xyz-rt-plan-import"]
    used = [name for name, module in iod.modules.items() if module.support == "used"]

    assert list(mapping.modules) == used
    assert [s.title for s in sections(statement) if s.number.startswith("B.2.")] == [f"{name} Module" for name in used]


def test_at_least_250_attributes_are_mapped(capability: Capability) -> None:
    modules = capability.attribute_mappings["xyz-rt-plan-import"].modules.values()

    assert sum(not row.implied for module in modules for row in module.attributes.values()) >= 250


def test_there_is_a_sequence_for_each_kind_of_communication(statement: Statement) -> None:
    assert [figure.title for figure in statement.figures] == [
        "Application data flow diagram",
        "Import of a prescription",
        "Export of a treatment record",
        "Test of a connection",
        "Query and retrieval of reference objects",
    ]


def test_an_entity_that_accepts_associations_is_an_scp_of_verification(capability: Capability) -> None:
    """PS3.2 7.1 asks it of every implementation that accepts Associations."""
    for name, entity in capability.application_entities.items():
        accepts = entity.association.as_acceptor is not None
        verifies = any(
            service.application_entity == name
            and service.role == "SCP"
            and any(sop_class.uid == "1.2.840.10008.1.1" for sop_class in service.sop_classes)
            for service in capability.services.values()
        )
        assert accepts == verifies, name


def test_every_parameter_that_the_text_names_can_be_configured(capability: Capability) -> None:
    named = {name for text in texts(msgspec.to_builtins(capability)) for name in re.findall(r"\*([A-Z][^*]+)\*", text)}

    assert named - NO_PARAMETERS <= set(capability.configuration.parameters)
    assert named >= NO_PARAMETERS


@pytest.mark.parametrize(
    ("code", "parameter"),
    [
        ("A701", "Reserved database space"),
        ("A702", "Database time-out"),
        ("A703", "Patient lock time-out"),
        ("A704", "Greatest length of a plan"),
    ],
)
def test_annex_c_and_the_configuration_give_the_same_limits(capability: Capability, code: str, parameter: str) -> None:
    limit = capability.configuration.parameters[parameter]

    assert f"{limit.default} {limit.unit}" in capability.status_tables["xyz-c-store"].statuses[code].condition


def test_the_product_has_the_ae_titles_that_it_accepts(capability: Capability) -> None:
    for name, entity in capability.application_entities.items():
        address = capability.configuration.local[name]
        listens = address.port is not None
        assert listens == (entity.association.as_acceptor is not None), name
        assert entity.association.accepted_called_ae_titles == ((address.ae_title,) if listens else None), name
