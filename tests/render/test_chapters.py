"""Codes, templates, flows, video, IHE and conversions in the document: nothing is left out."""

from __future__ import annotations

from typing import Any

import pytest
from filling import NAMES_OF_LAYOUTS, filled, leaves, page_of, unprinted, unsaid

from dcsgen.base import content_words
from dcsgen.base import schema as schemas
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.views import phrases

KEYS = ("context_groups", "templates", "attribute_flows", "real_time_video", "ihe_profiles", "grayscale")
NAMES = {
    "attribute": "ScheduledProcedureStepSequence.ScheduledProtocolCodeSequence",
    "cid": 4031,
    "tid": "T4711",
    "iods": ["ct"],
    "application_entity": "A",
    "application_entities": ["A"],
    "services": {"s": "PatientName"},
    "bit_depths": [47],
}
PHRASES = {
    "ct": "Applied CT",
    "s": "Verification SOP Class",
    "PatientName": "Patient's Name (0010,0010)",
    "generated": "generated",
    "always": "always, with a value",
    "standard": "the standard's codes",
    "no": "no",
    "VideoEndoscopicImageRealTimeCommunication": "Video Endoscopic Image Real-Time Communication",
    "SMPTEST211020UncompressedProgressiveActiveVideo": "SMPTE ST 2110-20 Uncompressed Progressive Active Video",
}


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def made(said: list[str]) -> dict[str, Any]:
    """Every key of these records."""
    root = schemas.root("description")
    found = {}
    for key in KEYS:
        here = schemas.child(root, key)
        assert here is not None
        found[key] = filled(here, key, said, NAMES)
    for flow in found["attribute_flows"].values():
        flow["iods"] = {"ct": "PatientName"}
    sets = schemas.Located(schemas.load("description")["$defs"]["character_sets"], "description")
    conversions = schemas.child(sets, "conversions")
    assert conversions is not None
    found["character_sets"] = {"conversions": filled(conversions, "", said, NAMES)}
    return found


@pytest.mark.parametrize("layout", NAMES_OF_LAYOUTS)
def test_every_text_and_value_is_printed(made: dict[str, Any], said: list[str], layout: str) -> None:
    service = {"application_entity": "A", "sop_classes": ["Verification"], "role": "SCU"}
    iod = {"title": "Applied CT", "sop_class": "CTImageStorage", "role": "created"}
    page = page_of(
        minimal_description(
            application_entities={"A": {"function": "Everything."}},
            services={"s": {**service, "transfer_syntaxes": ["ImplicitVRLittleEndian"]}},
            iods={"ct": {**iod, "modules": {"Patient": {"support": "used"}}}},
            **made,
        ),
        layout,
    )
    assert len(said) == 18
    assert unsaid(page, said) == []
    own = {"standard": "CID 4031", "no": "No"} if layout == "ps3.2-annex-a" else {}
    assert unprinted(page, leaves(made), {**PHRASES, **own}, layout) == []
    for text in ("CID 4031 CommonAnatomicRegion", "Scheduled Protocol Code Sequence", "Treatment Delivery Workflow"):
        assert text in page
    assert "The Grayscale Standard Display Function (PS3.14) is followed." in page


def test_every_word_has_a_phrase() -> None:
    assert set(phrases.VALUE_SETS) == set(content_words.ValueSet)
    assert set(phrases.CODES_CONFIGURABLE) == set(content_words.CodesConfigurable)
    assert set(phrases.VIDEO_ROLES) == set(content_words.VideoRole)
