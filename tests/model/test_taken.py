"""What a receiver makes of Attributes: its mapping as one object, for one peer."""

from __future__ import annotations

from typing import Any

from dcsgen import api
from dcsgen.model import Capability
from dcsgen.model.taken import TakenObject, taken_object
from dcsgen.plugin.testing import minimal_description


def product(**modules: Any) -> Capability:
    used = {name: {"support": "used"} for name in modules}
    return api.capability_of(
        minimal_description(
            application_entities={"KEEP": {"function": "It keeps."}},
            configuration={"remote": {"TPS": {"description": "Sends.", "application_entity": "KEEP"}}},
            iods={"it": {"title": "It", "sop_class": "RTPlanStorage", "role": "received", "modules": used}},
            attribute_mappings={
                "import": {
                    "title": "Import",
                    "iod": "it",
                    "direction": "import",
                    "target": "Database",
                    "modules": {name: {"attributes": attributes} for name, attributes in modules.items()},
                }
            },
            ae_mappings={
                "titles": {
                    "title": "By title",
                    "attribute_mapping": "import",
                    "configurable_by": "service",
                    "attributes": {
                        path: {"default": {"field": "T.F"}, "per_ae_title": {"TPS": target}}
                        for path, target in AE_SPECIFIC.items()
                        if any(path in attributes for attributes in modules.values())
                    },
                }
            },
        )
    )


AE_SPECIFIC = {
    "RTPlanLabel": {"source": "RTPlanName", "field": "T.F"},
    "TreatmentSite": {"values": {"HEAD": "H"}},
}
GENERAL = {"RTPlanLabel": {"use": "mandatory", "field": "T.F"}, "TreatmentSite": {"use": "optional", "field": "T.F"}}


def taken(capability: Capability, title: str = "TPS") -> TakenObject:
    return taken_object(capability, mapping="import", iod="it", ae_mapping="titles", ae_title=title)


def test_mapping_is_one_object_with_places() -> None:
    found = taken(product(**{"RT General Plan": GENERAL}), "")
    assert [*found.attributes] == ["RTPlanLabel", "TreatmentSite"]
    label = found.attributes["RTPlanLabel"]
    assert label.sources == (
        ("attribute_mappings", "import", "modules", "RT General Plan", "attributes", "RTPlanLabel"),
    )
    assert (label.read, label.translation) == ("RTPlanLabel", {})
    assert [*found.modules] == ["RT General Plan"]


def test_ae_specific_mapping_holds_for_its_title() -> None:
    found = taken(product(**{"RT General Plan": GENERAL}))
    label, site = found.attributes.values()
    assert label.read == "RTPlanName"
    assert site.translation == {"HEAD": "H"}
    assert site.target_at == ("ae_mappings", "titles", "attributes", "TreatmentSite", "per_ae_title", "TPS")
    assert taken(product(**{"RT General Plan": GENERAL}), "OTHER").attributes["RTPlanLabel"].target is None


def test_strongest_use_counts() -> None:
    found = taken(
        product(
            **{
                "RT General Plan": {**GENERAL, "InstanceNumber": "optional"},
                "SOP Common": {"InstanceNumber": "ignored"},
            }
        )
    )
    assert found.attributes["InstanceNumber"].module == "RT General Plan"


def test_what_is_ignored_takes_its_items_with_it() -> None:
    rows = {**GENERAL, "ReferencedDoseSequence": "ignored", "ReferencedDoseSequence.ReferencedSOPClassUID": "mandatory"}
    found = taken(product(**{"RT General Plan": rows}))
    assert [one.path for one in found.used()] == ["RTPlanLabel", "TreatmentSite"]
    assert found.ignored_around("ReferencedDoseSequence.ReferencedSOPClassUID")
    assert found.has_inner("ReferencedDoseSequence")


def test_nothing_is_taken_of_what_is_not_there() -> None:
    found = taken_object(product(**{"RT General Plan": GENERAL}), mapping="none", iod="none")
    assert found == TakenObject()
