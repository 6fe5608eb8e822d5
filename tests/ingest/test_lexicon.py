"""UIDs are mended and names looked up, and nothing is taken for what it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcsgen.base.draft import Method
from dcsgen.base.standard import uids
from dcsgen.ingest import aliases, lexicon

CT = "1.2.840.10008.5.1.4.1.1.2"
ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1"
IMPLICIT = "1.2.840.10008.1.2"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CT, [CT]),
        (f"{CT}\n{IMPLICIT}", [CT, IMPLICIT]),
        ("1.2.840.10008.5.1.4.1.1.2.\n1", [ENHANCED_CT]),
        ("1.2.840.10008.5.1.4.1.1\n.2.1", [ENHANCED_CT]),
        ("1.2.840.10008.5.1.4.\n1.1.48\n1.5", ["1.2.840.10008.5.1.4.1.1.481.5"]),
        (f"({CT}), {IMPLICIT};", [CT, IMPLICIT]),
        ("1.2.840.10008.5.1.4.1.1.2\u00ad.1", [ENHANCED_CT]),
        ("version 3.6.7 of 2022", []),
        ("", []),
    ],
)
def test_uids_of_a_text_are_found_and_mended(text: str, found: list[str]) -> None:
    assert [named.uid for named in lexicon.uids_in(text)] == found


def test_what_is_not_registered_is_told_apart() -> None:
    (named,) = lexicon.uids_in("1.2.840.10008.5.1.4.1.1.88.55")
    assert not named.known
    assert named.confidence <= 0.5


@given(st.sampled_from(uids.all_of(lexicon.BOTH)), st.data())
def test_a_uid_that_is_broken_anywhere_is_found(uid: uids.Uid, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(uid.uid) - 1))
    broken = f"{uid.uid[:at]}\n{uid.uid[at:]}"
    found = [named.uid for named in lexicon.uids_in(broken)]
    # The first piece may be a UID itself: 1.2.840.10008.1.2 and .1 are Implicit VR and a rest, or Explicit VR.
    assert uid.uid in found or uids.by_uid(uid.uid[:at].rstrip(".")) is not None


@pytest.mark.parametrize(
    ("name", "uid"),
    [
        ("CT Image Storage", CT),
        ("CT Image Storage SOP Class", CT),
        ("CTImageStorage", CT),
        ("NM Image Storage", "1.2.840.10008.5.1.4.1.1.20"),
        ("XA Image", "1.2.840.10008.5.1.4.1.1.12.1"),
        ("Modality Worklist", "1.2.840.10008.5.1.4.31"),
        ("Study Root Query/Retrieve – FIND", "1.2.840.10008.5.1.4.1.2.2.1"),
        ("Ultrasund Image Storage", "1.2.840.10008.5.1.4.1.1.6.1"),
    ],
)
def test_names_of_sop_classes(name: str, uid: str) -> None:
    found = lexicon.sop_class(name)
    assert found is not None
    assert found.uid == uid


@pytest.mark.parametrize("name", ["Image", "Storage", "Treatment System", "QR Image Storage", "Attributes", "", "CT"])
def test_what_is_no_name_of_a_sop_class(name: str) -> None:
    assert lexicon.sop_class(name) is None


def test_a_similar_name_is_less_sure_than_the_name() -> None:
    exact, similar = lexicon.sop_class("Ultrasound Image Storage"), lexicon.sop_class("Ultrasund Image Storage")
    assert exact is not None
    assert similar is not None
    assert similar.method is Method.SIMILAR_NAME
    assert similar.confidence < 0.9 <= exact.confidence


def test_every_alias_is_reduced_and_means_something() -> None:
    for names, kinds in (
        (aliases.SOP_CLASSES, uids.SOP_CLASSES),
        (aliases.TRANSFER_SYNTAXES, uids.TRANSFER_SYNTAXES),
    ):
        for alias, keyword in names.items():
            assert lexicon.reduced(alias) == alias
            assert uids.find(keyword, kinds) is not None, keyword
