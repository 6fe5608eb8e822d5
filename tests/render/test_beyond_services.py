"""Media, web services and security in the document: nothing that the description says is left out."""

from __future__ import annotations

from typing import Any

import pytest
from filling import NAMES_OF_LAYOUTS, filled, leaves, page_of, unprinted, unsaid

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.statement import render
from dcsgen.render.views import phrases, web_phrases
from dcsgen.render.views.figures import data_flow

PHRASES = (
    phrases.STANCES,
    phrases.VALUE_SOURCES,
    phrases.TRANSCODING_RESULTS,
    phrases.COERCION_CHANGES,
    phrases.COERCION_TIMES,
    web_phrases.API_STATES,
    web_phrases.MATCHING,
    web_phrases.RETURNED,
    web_phrases.LEVELS,
    web_phrases.ATTRIBUTE_IDS,
    web_phrases.DEMANDS,
    web_phrases.CONSEQUENCES,
    web_phrases.DUPLICATES,
    web_phrases.PREAMBLES,
    web_phrases.PREFERRED,
    web_phrases.PAYLOADS,
    web_phrases.ACCESS_SCHEMES,
)
"""The words of the schemas as documents have them."""

NAMES = {
    "application_entity": "DISC",
    "local_activity": "here",
    "remote_activity": "there",
    "service": "Studies",
    "base": "STD-GEN-CD",
    "source_ae_title": "TITLE_OF_FILES",
    "implementation_class_uid": "2.25.4711",
    "implementation_version_name": "VERSION_4711",
    "private_information_creator_uid": "2.25.4712",
    "max_requests": 4713,
    "port": 4714,
}
"""Values of keys that take no free text."""


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def description(said: list[str]) -> dict[str, Any]:
    """A description with every key about media, web services and security."""
    root = schemas.root("description")
    made: dict[str, Any] = {}
    for key in ("media", "application_profiles", "web_services", "security"):
        here = schemas.child(root, key)
        assert here is not None
        made[key] = filled(here, key, said, NAMES)
    meta = filled(
        schemas.Located(schemas.load("description")["$defs"]["file_meta_information"], "description"), "", said, NAMES
    )
    for web in made["web_services"].values():
        del web["private"]
        for transaction in web["transactions"].values():
            # What PS3.18 says of a transaction of its own, and a closed list of values, come before these.
            said.remove(transaction.pop("name"))
            del transaction["method"]
            for group in ("parameters", "headers", "response_headers"):
                for parameter in transaction[group].values():
                    del parameter["values"]
        web["transactions"]["own"] = {"private": True, "name": "Own Transaction", "method": "DELETE"}
    for group in made["security"].values():
        for use in group.values() if isinstance(group, dict) else ():
            use["application_entities"] = ["DISC"]
    return minimal_description(
        application_entities={"DISC": {"function": "Everything.", "file_meta_information": meta}},
        real_world_activities={"here": {"name": "Here", "side": "local"}, "there": {"name": "There", "side": "remote"}},
        **made,
    )


@pytest.fixture(scope="module", params=NAMES_OF_LAYOUTS)
def layout(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def page(description: dict[str, Any], layout: str) -> str:
    """The text of all sections."""
    return page_of(description, layout)


def test_every_text_is_printed(page: str, said: list[str]) -> None:
    assert len(said) > 35
    assert unsaid(page, said) == []


def test_every_other_value_is_printed(page: str, description: dict[str, Any], layout: str) -> None:
    """Words of the schemas are printed in the layout's own words, names as the standard has them."""
    words = {
        **{str(word): phrase for table in PHRASES for word, phrase in table.items()},
        "here": "Here",
        "there": "There",
        "Studies": "Studies Service",
        "CTImageStorage": "CT Image Storage",
        "ExplicitVRLittleEndian": "Explicit VR Little Endian",
        "augmented": "Augmented",
        "origin_server": "origin server",
        "offers": "offered",
        "fixed": "no",
        "Clean Pixel Data": "Clean Pixel Data Option",
        "UnifiedProcedureStepPull": "Unified Procedure Step - Pull",
        "JPEGLossless": "JPEG Lossless",
    }
    made = {key: description[key] for key in ("media", "application_profiles", "web_services", "security")}
    made["meta"] = description["application_entities"]["DISC"]["file_meta_information"]
    assert unprinted(page, leaves(made), words, layout) == []


def test_an_entity_for_media_and_web_alone_has_no_chapter_about_associations(description: dict[str, Any]) -> None:
    text = page_of(description)
    assert "DISC Specification" not in text
    assert "Functional Definition of DISC" in text


def test_the_diagram_has_media_and_web_services(description: dict[str, Any]) -> None:
    flow = data_flow(api.capability_of(description))
    assert [(link.ae, link.role, link.medium, link.activity) for link in flow.media] == [
        ("DISC", "FSR", "DICOM Storage Medium (CD-R)", "there")
    ]
    assert [(arrow.activity, arrow.initiator) for arrow in flow.associations] == [("there", "remote")]
    assert [(link.activity, link.ae) for link in flow.local_links] == [("here", "DISC")]


def test_without_them_there_is_no_chapter() -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.name == "tr62266")
    capability = api.capability_of(minimal_description(application_entities={"A": {"function": "One."}}))
    (statement,) = render(capability, layout).statement.sections
    assert [child.id for child in statement.children][-1] == "character-sets"
