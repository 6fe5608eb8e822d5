"""Media, web services and security in the document: nothing that the description says is left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin import Section
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.statement import render
from dcsgen.render.views.figures import data_flow

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


def filled(here: schemas.Located, path: str, said: list[str]) -> Any:
    """A value with every key of a schema; `said` gets a word for each prose, unlike all others."""
    schema = schemas.follow(here).schema
    key = path.rpartition(".")[2]
    if key in NAMES:
        return NAMES[key]
    if schema.get("x-prose") or (schema.get("type") == "string" and not {"x-ref", "x-dicom", "pattern"} & set(schema)):
        said.append(f"word{len(said)}")
        return said[-1]
    if "properties" in schema:
        located = schemas.follow(here)
        return {
            k: filled(inner, f"{path}.{k}", said) for k in schema["properties"] if (inner := schemas.child(located, k))
        }
    example = schema.get("examples", [None])[0]
    if isinstance(example, dict):
        below = schemas.child(schemas.follow(here), "\0")
        assert below is not None
        return {k: filled(below, f"{path}.{k}", said) for k in example}
    return example


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
        made[key] = filled(here, key, said)
    meta = filled(
        schemas.Located(schemas.load("description")["$defs"]["file_meta_information"], "description"), "", said
    )
    for group in made["security"].values():
        for use in group.values() if isinstance(group, dict) else ():
            use["application_entities"] = ["DISC"]
    return minimal_description(
        application_entities={"DISC": {"function": "Everything.", "file_meta_information": meta}},
        real_world_activities={"here": {"name": "Here", "side": "local"}, "there": {"name": "There", "side": "remote"}},
        **made,
    )


@pytest.fixture(scope="module")
def page(description: dict[str, Any]) -> str:
    """The text of all sections."""
    (layout,) = (layout for layout in LAYOUTS if layout.name == "tr62266")
    rendered = render(api.capability_of(description), layout).statement
    text = " ".join(f"{section.title} {section.html}" for one in rendered.sections for section in below(one))
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", text)).split())


def below(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from below(child)


def leaves(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    elif isinstance(node, str | int) and not isinstance(node, bool):
        yield str(node)


def test_every_text_is_printed(page: str, said: list[str]) -> None:
    assert len(said) > 35
    assert [word for word in said if not re.search(rf"\b{word}\b", page)] == []


def test_every_other_value_is_printed(page: str, description: dict[str, Any]) -> None:
    """Words of the schemas are printed in the layout's own words, names as the standard has them."""
    words = {
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
    }
    made = {key: description[key] for key in ("media", "application_profiles", "web_services", "security")}
    made["meta"] = description["application_entities"]["DISC"]["file_meta_information"]
    for value in leaves(made):
        assert words.get(value, value) in page, value


def test_an_entity_for_media_and_web_alone_has_no_chapter_about_associations(page: str) -> None:
    assert "DISC Specification" not in page
    assert "Functional Definition of DISC" in page


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
