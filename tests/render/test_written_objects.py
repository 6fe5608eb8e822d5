"""Created objects in the document: nothing that the description says is left out."""

from __future__ import annotations

from typing import Any

import pytest
from filling import NAMES_OF_LAYOUTS, filled, leaves, page_of, unprinted, unsaid

from dcsgen.base import content_words
from dcsgen.base import schema as schemas
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.views import phrases

NAMES = {"module": "Patient", "common": "PATIENT", "sop_class": "EnhancedCTImageStorage", "title": "Applied CT"}
PHRASES = {
    "EnhancedCTImageStorage": "Enhanced CT Image Storage",
    "PATIENT": "Patient Module (common)",
    "always": "always",
    "not_always": "not always",
    "worklist": "Modality Worklist",
    "user": "user",
    "generated": "generated",
    "shared": "once for all frames",
    "used": "used",
}


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def made(said: list[str]) -> dict[str, Any]:
    """Every key about created objects."""
    module = schemas.Located(schemas.load("iod")["$defs"]["module"], "iod")
    groups = schemas.child(schemas.root("iod"), "functional_groups")
    common = schemas.child(schemas.root("description"), "common_modules")
    assert groups is not None
    assert common is not None
    iod = {
        "title": "Applied CT",
        "sop_class": "EnhancedCTImageStorage",
        "role": "created",
        "description": "word-of-iod",
    }
    modules = {"Patient": filled(module, "modules", said, NAMES)}
    macros = filled(groups, "functional_groups", said, NAMES)
    for macro in macros.values():
        macro["attributes"] = {"PixelMeasuresSequence.PixelSpacing": next(iter(macro["attributes"].values()))}
    shared = filled(common, "common_modules", said, NAMES)
    common_macros = schemas.child(schemas.root("description"), "common_functional_groups")
    assert common_macros is not None
    shared_macros = filled(common_macros, "common_functional_groups", said, {**NAMES, "macro": "Pixel Measures"})
    return {
        "iods": {"ct": {**iod, "modules": modules, "functional_groups": macros}},
        "common_modules": {"PATIENT": next(iter(shared.values()))},
        "common_functional_groups": {"PATIENT": next(iter(shared_macros.values()))},
    }


@pytest.mark.parametrize("layout", NAMES_OF_LAYOUTS)
def test_every_text_and_value_is_printed(made: dict[str, Any], said: list[str], layout: str) -> None:
    page = page_of(minimal_description(**made), layout)
    assert len(said) > 6
    assert unsaid(page, said) == []
    assert unprinted(page, leaves(made), PHRASES, layout) == []
    assert "Pixel Measures Sequence (0028,9110) SQ" in page
    assert f">Pixel Spacing (0028,0030) DS{' 1C' if layout == 'tr62266' else ''}" in page


@pytest.mark.parametrize("layout", NAMES_OF_LAYOUTS)
def test_everything_about_private_attributes_is_printed(layout: str) -> None:
    said: list[str] = []
    here = schemas.Located(schemas.load("description")["$defs"]["private_attribute"], "description")
    attribute = filled(here, "private_attributes", said, {"module": "RT Beams"})
    page = page_of(minimal_description(private_attributes={"(3287,xx01)": attribute}), layout)

    assert unsaid(page, said) == []
    values = [value for value in leaves(attribute) if value != "always"]
    assert unprinted(page, values, {**PHRASES, "always": "always, with a value"}, layout) == []
    if layout != "tr62266":
        assert "(3287,00xx)" in page


@pytest.mark.parametrize("layout", NAMES_OF_LAYOUTS)
def test_private_attributes_say_whether_they_identify(layout: str) -> None:
    private = {"creator": "XYZ", "name": "Own", "vr": "LO", "vm": "1"}
    words = (" UNSAFE ", " SAFE ") if layout == "ps3.2-annex-n" else ("can identify a person", "identifies nobody")
    for identifiable, sentence in zip((True, False), words, strict=True):
        attributes = {"(3287,xx01)": {**private, "identifiable": identifiable}}
        assert sentence in page_of(minimal_description(private_attributes=attributes), layout)


def test_every_word_has_a_phrase() -> None:
    assert set(phrases.PLACEMENTS) == set(content_words.Placement)
    assert set(phrases.MODULE_PRESENCE) == set(content_words.ModulePresence)
