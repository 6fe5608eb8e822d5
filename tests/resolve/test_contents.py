"""Codes, templates, flows and IHE profiles get what the standard knows; what it does not know is said."""

from __future__ import annotations

from typing import Any

from dcsgen.plugin.testing import minimal_description
from dcsgen.resolve.resolve import Resolved, resolve


def resolved(**keys: Any) -> Resolved:
    return resolve(minimal_description(**keys), {})


def test_a_context_group_has_the_names_of_the_standard() -> None:
    path = "ScheduledProcedureStepSequence.ScheduledProtocolCodeSequence"
    result = resolved(context_groups={"a": {"attribute": path, "cid": 4031}, "b": {"cid": 99999}})
    assert result.capability is not None
    known, unknown = result.capability.context_groups.values()
    assert (known.name, known.attribute_name, known.tag) == (
        "CommonAnatomicRegion",
        "Scheduled Protocol Code Sequence",
        "(0040,0008)",
    )
    assert unknown.name == ""


def test_content_items_have_their_values_as_text() -> None:
    content = {"Dose.Total": {"value_type": "NUM", "values": [1, 2.5]}}
    result = resolved(templates={"t": {"tid": "10011", "name": "CT Radiation Dose", "content": content}})
    assert result.capability is not None
    assert result.capability.templates["t"].content["Dose.Total"].values == ("1", "2.5")


def test_paths_that_lead_nowhere_are_said_at_their_place() -> None:
    result = resolved(
        context_groups={"a": {"attribute": "Nothing"}},
        attribute_flows={"f": {"iods": {"i": "PatientNam"}, "services": {"s": "PatientID.PatientName"}}},
    )
    assert result.capability is None
    assert [(p.kind.code, p.path) for p in result.problems if p.kind.code == "L032"] == [
        ("L032", ("context_groups", "a", "attribute")),
        ("L032", ("attribute_flows", "f", "services", "s")),
        ("L032", ("attribute_flows", "f", "iods", "i")),
    ]


def test_flows_lead_to_what_is_there() -> None:
    result = resolved(attribute_flows={"f": {"iods": {"i": "PatientName"}, "services": {"s": "PatientName"}}})
    assert [(p.kind.code, p.path[-1]) for p in result.problems] == [("L034", "i"), ("L034", "s")]


def test_an_ihe_profile_has_its_name() -> None:
    actors = {"Treatment Delivery Device": {}}
    result = resolved(ihe_profiles={"tdwii": {"actors": actors}})
    assert result.capability is not None
    assert result.capability.ihe_profiles["tdwii"].name == "Treatment Delivery Workflow - II"


def test_an_unknown_ihe_profile_or_actor_is_a_note() -> None:
    result = resolved(ihe_profiles={"TDW-III": {"actors": {"X": {}}}, "TDW-II": {"actors": {"Archivist": {}}}})
    assert result.capability is not None
    assert [(p.kind.code, p.kind.severity.value, p.path) for p in result.problems] == [
        ("L055", "note", ("ihe_profiles", "TDW-III")),
        ("L055", "note", ("ihe_profiles", "TDW-II", "actors", "Archivist")),
    ]
