"""What services say about Attributes in the document: nothing that the description says is left out."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from filling import NAMES_OF_LAYOUTS, filled, leaves, page_of, unprinted, unsaid

from dcsgen.base import content_words
from dcsgen.base import schema as schemas
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.views import phrases

NAMES = {"copied_into": ["ct"], "type_id": 4711, "type_name": "Event4712", "value": "4713", "default": "4714"}
PHRASES = {
    "ct": "Applied CT",
    "universal": "universal",
    "configuration": "configuration",
    "single_value": "single value",
    "worklist": "Modality Worklist",
    "value_not_always": "always, the value may be empty",
    "BasicFilmSession": "Basic Film Session SOP Class",
    "wildcard": "wild card",
    "JPEGLossless": "JPEG Lossless",
    "ExplicitVRLittleEndian": "Explicit VR Little Endian",
    "supported": "sent under its SOP Instance UID",
    "CTImageStorage": "CT Image Storage",
    "NumberOfFrames": "Number of Frames",
}


def described(role: str = "SCU", **keys: Any) -> dict[str, Any]:
    service = {
        "application_entity": "A",
        "sop_classes": ["StudyRootQueryRetrieveInformationModelFind"],
        "role": role,
        "transfer_syntaxes": ["ImplicitVRLittleEndian"],
    }
    iod = {"title": "Applied CT", "sop_class": "CTImageStorage", "role": "created"}
    return minimal_description(
        application_entities={"A": {"function": "Everything."}},
        iods={"ct": {**iod, "modules": {"Patient": {"support": "used"}}}},
        services={"s": {**service, **keys}},
    )


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def made(said: list[str]) -> dict[str, Any]:
    """Every key about queries and operations."""
    service = schemas.Located(schemas.load("description")["$defs"]["service"], "description")
    found = {}
    for key in ("keys", "operations", "transcoding", "coercion", "failure_reasons", "limits"):
        here = schemas.child(service, key)
        assert here is not None
        found[key] = filled(here, key, said, NAMES)
    return found


@pytest.mark.parametrize("layout", NAMES_OF_LAYOUTS)
def test_every_text_and_value_is_printed(made: dict[str, Any], said: list[str], layout: str) -> None:
    made = copy.deepcopy(made)
    page = page_of(described(**made), layout)
    assert len(said) == 12
    assert unsaid(page, said) == []
    del made["keys"]["PatientID"]["level"]  # PS3.4 has it at one level, which stands in the caption.
    assert unprinted(page, leaves(made), PHRASES, layout) == []


def test_keys_stand_by_level_below_their_sequence() -> None:
    keys = {
        "StudyDate": {"matching": ["range"]},
        "SpecificCharacterSet": {},
        "SeriesNumber": {},
        "RequestAttributesSequence.RequestedProcedureID": {"level": "SERIES"},
        "PatientName": {},
    }
    page = page_of(described(keys=keys))
    for words_in_order in (
        "at the level STUDY: ",
        "Study Date (0008,0020) DA R range",
        "Patient's Name (0010,0010) PN R",
        "Keys of queries: ",
        "Specific Character Set",
        "at the level SERIES: ",
        "Series Number (0020,0011) IS R",
        "Request Attributes Sequence (0040,0275) SQ",
        ">Requested Procedure ID (0040,1001)",
    ):
        assert words_in_order in page


@pytest.mark.parametrize("layout", NAMES_OF_LAYOUTS)
def test_settings_and_peers_are_printed(layout: str) -> None:
    description = described("SCP", max_peers=4711, option="Needs the licence QUERY.")
    rejections = {"2.3.2": {"condition": "All are in use."}}
    description["application_entities"]["A"]["association"] = {"rejections": rejections}
    description["communication"] = {"stacks": {"TCP/IP": {"ip_versions": ["IPv6"]}}}
    description["configuration"] = {
        "remote": {"PEER": {"port": 104, "tls_port": 2762}},
        "parameters": {"Waiting": {"default": 30, "stands_for": "artim_timeout", "services": ["s"]}},
    }
    page = page_of(description, layout)
    for text in (
        "Peers that can be configured for the service: 4711.",
        "Needs the licence QUERY.",
        "2 – rejected-transient 3 – DICOM UL service-provider (Presentation related function) 2 – local-limit-exceeded",
        "All are in use.",
        "IPv6",
        "104 / 2762 (TLS)",
        "ARTIM time-out",
        "For Study Root Query/Retrieve Information Model - FIND.",
    ):
        assert text in page


def test_every_word_has_a_phrase() -> None:
    for enum, table in (
        (content_words.MatchingType, phrases.MATCHING),
        (content_words.QuerySource, phrases.QUERY_SOURCES),
        (content_words.Display, phrases.DISPLAY),
        (content_words.ValueSource, phrases.VALUE_SOURCES),
        (content_words.Presence, phrases.PRESENCE),
        (content_words.TranscodingResult, phrases.TRANSCODING_RESULTS),
        (content_words.CoercionChange, phrases.COERCION_CHANGES),
        (content_words.CoercionWhen, phrases.COERCION_TIMES),
        (content_words.Setting, phrases.SETTINGS),
    ):
        assert set(table) == set(enum)


def test_without_attributes_an_operation_says_so() -> None:
    page = page_of(described(operations={"set": {"operation": "N-SET", "sop_class": "BasicFilmSession"}}))
    assert "N-SET of Basic Film Session SOP Class is supported; no Attributes are stated." in page


def test_of_a_deletion_no_attributes_are_missed() -> None:
    page = page_of(described(operations={"gone": {"operation": "N-DELETE", "sop_class": "BasicFilmSession"}}))
    assert "N-DELETE of Basic Film Session SOP Class is supported." in page
