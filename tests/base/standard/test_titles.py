"""The names made from keys look like those that PS3.3 prints."""

from __future__ import annotations

import re

import pytest

from dcsgen.base.standard import iods
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.standard.titles import PHRASES, WORDS, title

KEYS = sorted({*iods.module_keys(), *iods.iod_names()})

# What a short word may be without being an abbreviation.
ENGLISH = {"and", "arm", "bit", "box", "en", "ion", "job", "key", "log", "map", "of", "ray", "raw", "set"}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("patient", "Patient"),
        ("sop-common", "SOP Common"),
        ("rt-general-plan", "RT General Plan"),
        ("rt-dvh", "RT DVH"),
        ("roi-contour", "ROI Contour"),
        ("voi-lut", "VOI LUT"),
        ("icc-profile", "ICC Profile"),
        ("frame-of-reference", "Frame of Reference"),
        ("billing-and-material-management-code", "Billing and Material Management Code"),
        ("enhanced-contrast-bolus", "Enhanced Contrast/Bolus"),
        ("nm-pet-patient-orientation", "NM/PET Patient Orientation"),
        ("enhanced-xa-xrf-image", "Enhanced XA/XRF Image"),
        ("xrf-positioner", "XRF Positioner"),
        ("x-ray-3d-image", "X-Ray 3D Image"),
        ("enhanced-ct-image-multi-frame-functional-groups", "Enhanced CT Image Multi-frame Functional Groups"),
        ("c-arm-photon-electron-beam", "C-Arm Photon-Electron Beam"),
        ("image---equipment-coordinate-relationship", "Image - Equipment Coordinate Relationship"),
        ("slide-coordinates", "Slide Coordinates"),
        ("vl-slide-coordinates-microscopic-image", "VL Slide-Coordinates Microscopic Image"),
        ("real-world-value-mapping", "Real World Value Mapping"),
        ("real-time-acquisition", "Real-Time Acquisition"),
        ("general-32-bit-ecg", "General 32-bit ECG"),
    ],
)
def test_title(key: str, name: str) -> None:
    assert title(key) == name


def test_names_are_different_and_keep_the_letters_of_their_keys() -> None:
    assert len({title(key) for key in KEYS}) == len(KEYS)
    for key in KEYS:
        assert spelled(title(key)) == spelled(key)


def test_no_abbreviation_is_taken_for_a_word() -> None:
    words = {word for key in KEYS for word in re.findall(r"[^\W\d]+", title(key))}
    short = {word for word in words if len(word) <= 3 and word != word.upper()}
    assert {word.lower() for word in short} == ENGLISH
    # A word without a vowel is no English one.
    assert {word for word in words if not re.search("[aeiouy]", word.lower()) and word != word.upper()} == set()


def test_every_exception_is_needed() -> None:
    every_key = "\n".join(KEYS)
    for words in (*PHRASES, *WORDS):
        assert re.search(rf"(^|(?<=-)){re.escape(words)}(-|$)", every_key, re.MULTILINE), words
