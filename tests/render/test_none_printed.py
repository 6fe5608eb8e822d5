"""What a description states to be none is said in a sentence, counts as complete, and is not what is not stated."""

from __future__ import annotations

import re
from typing import Any

import pytest
from filling import below

from dcsgen import api
from dcsgen.api.loading import in_language
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.completeness import Grade
from dcsgen.render.statement import render

NONE: dict[str, Any] = {
    "context_groups": "none",
    "templates": "none",
    "private_attributes": "none",
    "sequences": "none",
    "configuration": {"parameters": "none"},
    "communication": {"stacks": {"TCP/IP": {"additional_protocols": "none"}}},
    "character_sets": {"supported": "none"},
}
OF_ANNEX_A = {
    "4.1.3": "No order of Real-World Activities is prescribed.",
    "4.3.2": "Beside TCP/IP there are no other protocols.",
    "4.4.2": "There are no configuration parameters.",
    "8.2": "The product uses no private Attributes.",
    "8.3.1": "The product uses no Context Groups.",
    "8.3.2": "The product uses no Templates of structured reports.",
    "8.3.3": "The product uses no private codes.",
}


def storing(**keys: Any) -> dict[str, Any]:
    """A storage provider with what its Association is for."""
    services = {
        "storage": {
            "application_entity": "A",
            "title": "Computed Tomography",
            "sop_classes": ["CTImageStorage"],
            "role": "SCP",
            "transfer_syntaxes": ["ImplicitVRLittleEndian"],
            "local_activity": "keep",
            "remote_activity": "send",
            **keys,
        }
    }
    activities = {"keep": {"name": "Keep", "side": "local"}, "send": {"name": "Send", "side": "remote"}}
    entities = {"A": {"function": "It stores."}}
    return {"application_entities": entities, "real_world_activities": activities, "services": services}


def sections(layout_name: str, language: str = "en", **records: Any) -> dict[str, tuple[str, str]]:
    """Titles and words of the sections by number."""
    (layout,) = (layout for layout in LAYOUTS if layout.name == layout_name)
    capability = in_language(language, api.capability_of(minimal_description(**records)))
    found = [one for top in render(capability, layout).statement.sections for one in below(top)]
    return {one.number: (one.title, re.sub("<[^>]+>", "", one.html).strip()) for one in found}


@pytest.mark.parametrize("number", OF_ANNEX_A)
def test_annex_a_says_that_there_are_none(number: str) -> None:
    assert sections("ps3.2-annex-a", **NONE)[number][1] == OF_ANNEX_A[number]
    assert OF_ANNEX_A[number] not in str(sections("ps3.2-annex-a"))


def test_annex_n_keeps_its_n_a_and_says_why() -> None:
    words = list(sections("ps3.2-annex-n", **NONE).values())
    assert ("Code Set Usage - N/A", "N/A. The product uses no Context Groups.") in words
    assert ("Structured Report Content Encoding - N/A", f"N/A. {OF_ANNEX_A['8.3.2']}") in words
    assert ("Code Set Usage - N/A", "N/A") in sections("ps3.2-annex-n").values()


def test_the_oldest_layout_says_it_in_its_chapters() -> None:
    (text,) = (text for title, text in sections("tr62266", **NONE).values() if title.startswith("Coded Terminology"))
    assert text.split("\n\n") == [OF_ANNEX_A["8.3.1"], OF_ANNEX_A["8.3.2"]]
    assert not any(title.startswith("Coded Terminology") for title, _ in sections("tr62266").values())


def test_the_sentence_is_in_the_language_of_the_document() -> None:
    assert sections("ps3.2-annex-a", "de", **NONE)["8.3.1"][1] == "Das Produkt verwendet keine Kontextgruppen."


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ({"cid": 4031, "value_set": "standard"}, "The product uses no private codes."),
        ({"coding_schemes": ["SCT"], "value_set": "extended"}, "The product uses no private codes."),
        ({"cid": 4031, "value_set": "extended"}, "Not stated."),
        ({"value_set": "private"}, "Not stated."),
    ],
)
def test_no_private_codes_where_all_context_groups_are_without(group: dict[str, Any], said: str) -> None:
    assert sections("ps3.2-annex-a", context_groups={"regions": group})["8.3.3"][1] == said


@pytest.mark.parametrize(
    ("coercion", "said"),
    [({"coercion": "none"}, "Computed Tomography changes no Attributes of objects."), ({}, "Not stated.")],
)
def test_a_service_that_changes_nothing(coercion: dict[str, Any], said: str) -> None:
    described = storing(**coercion)
    assert sections("ps3.2-annex-a", **described)["8.1.4"][1] == said
    printed = str(sections("ps3.2-annex-n", **described))
    assert ("The service changes no Attributes of objects." in printed) == bool(coercion)


def test_the_grade_counts_it_as_complete() -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.name == "ps3.2-annex-a")
    capability = api.capability_of(minimal_description(**NONE, **storing(coercion="none")))
    grades = {one.number: one.grade for one in render(capability, layout).completeness.sections}
    asked = {"4.1.3", "4.3.2", "4.4.2", "8.1.4", "8.3.1", "8.3.2", "8.3.3"}
    assert {number: grades[number] for number in asked} == dict.fromkeys(asked, Grade.COMPLETE)


def test_a_product_that_stores_has_storage_in_its_overview() -> None:
    (title, words) = sections("ps3.2-annex-n", **storing())["1.2.2"]
    assert title == "Storage"
    assert "listed in section 1.1." in words
    assert "Storage Commitment is not supported." in words
    echo = storing(sop_classes=["Verification"])
    assert sections("ps3.2-annex-n", **echo)["1.2.2"] == ("Storage - N/A", "N/A")


def test_what_is_not_stated_of_a_network_has_no_sentence_without_a_subject() -> None:
    stacks = {"TCP/IP": {"physical_media": ["Ethernet"], "ip_versions": ["IPv4"]}}
    (words,) = (
        text
        for title, text in sections("ps3.2-annex-n", communication={"stacks": stacks}).values()
        if title == "External Network Requirements"
    )
    assert "TCP/IP: IPv4." in words
    assert "Not stated" not in words


@pytest.mark.parametrize(("language", "word"), [("en", "None"), ("de", "Keine"), ("fr", "Aucune")])
def test_no_extended_negotiation_is_said_in_the_language_of_the_document(language: str, word: str) -> None:
    found = sections("ps3.2-annex-n", language, **storing(extended_negotiation="None")).values()
    assert any(f"SCP{word}" in re.sub(r"\s", "", text) for _, text in found)


@pytest.mark.parametrize(
    ("syntaxes", "differ"), [(["ImplicitVRLittleEndian"], False), (["ExplicitVRLittleEndian"], True)]
)
def test_a_summary_says_that_services_differ_only_where_they_do(syntaxes: list[str], differ: bool) -> None:
    described = storing()
    described["services"]["send"] = {**described["services"]["storage"], "role": "SCU", "transfer_syntaxes": syntaxes}
    (words,) = (text for title, text in sections("overview", **described).values() if title == "Transfer Syntaxes")
    assert words.startswith("Implicit VR Little Endian")
    assert words.endswith("Not every service supports all of them.") is differ
