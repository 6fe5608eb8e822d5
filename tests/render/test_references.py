"""Services refer to the sections of their status codes and mappings, whatever letters the keys have."""

from __future__ import annotations

import pytest
from filling import NAMES_OF_LAYOUTS

from dcsgen import api
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.statement import render

ATTRIBUTE = {"PatientID": {"use": "mandatory", "field": "PATIENT.ID"}}
DESCRIPTION = minimal_description(
    application_entities={"A": {"function": "Keeps plans."}},
    services={
        "s": {
            "application_entity": "A",
            "sop_classes": ["RTPlanStorage"],
            "role": "SCP",
            "transfer_syntaxes": ["ImplicitVRLittleEndian"],
            "status_table": "C_STORE.a",
            "attribute_mapping": "RT_Plan",
        }
    },
    status_tables={
        "C_STORE.a": {
            "title": "Codes",
            "service": "C-STORE",
            "statuses": {"0000": {"class": "success", "meaning": "Success"}},
        }
    },
    iods={
        "plan": {
            "title": "Applied RT Plan",
            "sop_class": "RTPlanStorage",
            "role": "received",
            "modules": {"Patient": {"support": "used"}},
        }
    },
    attribute_mappings={
        "RT_Plan": {
            "title": "Import",
            "iod": "plan",
            "direction": "import",
            "target": "database",
            "modules": {"Patient": {"attributes": ATTRIBUTE}},
        }
    },
)


@pytest.mark.parametrize("name", NAMES_OF_LAYOUTS)
def test_references_lead_to_sections_of_any_key(name: str) -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.name == name)
    rendered = render(api.capability_of(DESCRIPTION), layout)
    assert rendered.unknown_targets == ()
