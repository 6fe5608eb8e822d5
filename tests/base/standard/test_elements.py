"""The data elements are pydicom's, those of repeating groups too, and are found by keyword, name and Tag."""

from __future__ import annotations

import pytest
from pydicom import datadict

from dcsgen.base.standard import elements

PUBLIC = (
    datadict.dictionary_keyword,
    datadict.dictionary_description,
    datadict.dictionary_VR,
    datadict.dictionary_VM,
    datadict.dictionary_is_retired,
)


def test_agrees_with_pydicoms_public_interface_for_every_element() -> None:
    for tag in datadict.DicomDictionary:
        digits = f"{tag:08X}"
        theirs = (f"({digits[:4]},{digits[4:]})", *(ask(tag) for ask in PUBLIC))
        assert elements.by_tag(digits) == theirs
        if keyword := theirs[1]:
            assert elements.by_keyword(keyword) == theirs


def test_agrees_with_pydicoms_public_interface_for_every_repeating_group() -> None:
    for mask in datadict.RepeatersDictionary:
        # An even digit, so that the group is not a private one.
        tag = mask.replace("x", "2")
        theirs = (f"({mask[:4]},{mask[4:]})", *(ask(int(tag, 16)) for ask in PUBLIC))
        assert elements.by_tag(mask) == elements.by_tag(tag) == elements.by_keyword(theirs[1]) == theirs


def test_every_keyword_and_every_name_finds_its_element_in_any_case() -> None:
    for key in (*datadict.DicomDictionary, *datadict.RepeatersDictionary):
        element = elements.by_tag(key if isinstance(key, str) else f"{key:08X}")
        assert element is not None
        if element.keyword:
            assert elements.find(element.keyword.lower()) == element
            assert elements.find(element.name.upper()) == element


@pytest.mark.parametrize(
    "text", ["(0010,0020)", "0010,0020", "00100020", " (0010, 0020) ", "PatientID", "patient id", "Patient-ID"]
)
def test_ways_to_write_patient_id(text: str) -> None:
    assert elements.find(text) == ("(0010,0020)", "PatientID", "Patient ID", "LO", "1", False)


@pytest.mark.parametrize("text", ["(60xx,3000)", "60XX3000", "(6000,3000)", "6002,3000", "OverlayData", "overlay data"])
def test_ways_to_write_overlay_data(text: str) -> None:
    assert elements.find(text) == ("(60xx,3000)", "OverlayData", "Overlay Data", "OB or OW", "1", False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "(0010,0020",
        "0010,0020)",
        "(0010.0020)",
        "001000",
        "(6001,3000)",
        "(0009,0010)",
        "(60x0,3000)",
        "PatientNme",
    ],
)
def test_what_is_no_element(text: str) -> None:
    assert elements.find(text) is None


def test_keyword_is_exact_where_it_is_asked_for() -> None:
    assert elements.by_keyword("patientid") is None
    assert elements.by_keyword("") is None
    assert elements.by_tag("PatientID") is None


def test_withdrawn_elements_have_a_tag_only() -> None:
    withdrawn = elements.by_tag("(0018,0061)")
    assert withdrawn is not None
    assert (withdrawn.keyword, withdrawn.name, withdrawn.retired) == ("", "", True)
    assert elements.find("Retired-blank") is None


def test_did_you_mean() -> None:
    assert elements.suggest("PatientNme")[0] == "PatientName"
    assert elements.suggest("Patients Nam")[0] == "PatientName"
    assert elements.suggest("OverlayDta")[0] == "OverlayData"
    assert elements.suggest("qqqq") == ()
    suggested = elements.suggest("PatientNme", limit=4)
    assert len(suggested) == len(set(suggested)) == 4
    assert all(elements.by_keyword(keyword) for keyword in suggested)


def test_all_elements_are_those_of_pydicom() -> None:
    found = list(elements.all_elements())
    assert len(found) == len(datadict.DicomDictionary) + len(datadict.RepeatersDictionary)
    assert found[0].tag == "(0000,0000)"
    assert all(elements.by_tag(element.tag) == element for element in found)
