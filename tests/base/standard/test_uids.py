"""The UIDs are pydicom's and a few later ones, and people's ways of writing them are understood."""

from __future__ import annotations

import subprocess
import sys

import pydicom.uid
import pytest

from dcsgen.base.standard import uids
from dcsgen.base.standard.uid_overlay import LATER
from dcsgen.base.standard.uids import SOP_CLASSES, TRANSFER_SYNTAXES

ALL_KINDS = frozenset(row[1] for row in pydicom.uid.UID_dictionary.values())


def test_agrees_with_pydicoms_public_interface_for_every_uid() -> None:
    for text in pydicom.uid.UID_dictionary:
        theirs = pydicom.uid.UID(text)
        ours = uids.by_uid(text)
        assert ours == (text, theirs.name, theirs.type, theirs.keyword, theirs.is_retired, False)


def test_later_uids_are_there_and_only_those() -> None:
    ours = {uid.uid for uid in uids.all_of(ALL_KINDS)}
    assert ours - set(pydicom.uid.UID_dictionary) <= {uid.uid for uid in LATER} <= ours


@pytest.mark.parametrize("uid", LATER, ids=lambda uid: uid.keyword)
def test_a_later_uid_is_found_in_every_way(uid: uids.Uid) -> None:
    for text in (uid.uid, uid.keyword, uid.name):
        found = uids.find(text, SOP_CLASSES | TRANSFER_SYNTAXES)
        assert found is not None
        assert (found.uid, found.kind) == (uid.uid, uid.kind)


def test_every_uid_is_found_by_itself_and_by_its_keyword() -> None:
    for uid in uids.all_of(ALL_KINDS):
        kinds = frozenset({uid.kind})
        assert uids.find(uid.uid, kinds) == uid
        if uid.keyword:
            assert uids.find(uid.keyword, kinds) == uid
            assert uids.find(uid.keyword.upper(), kinds) == uid


def test_every_name_is_found_and_means_its_uid_unless_a_current_one_has_the_same() -> None:
    shared = set()
    for uid in uids.all_of(ALL_KINDS):
        if uid.keyword and (found := uids.find(uid.name, frozenset({uid.kind}))) != uid:
            assert found is not None
            assert uid.retired
            assert not found.retired
            shared.add(uid.name)
    assert shared == {
        "Nuclear Medicine Image Storage",
        "Ultrasound Image Storage",
        "Ultrasound Multi-frame Image Storage",
    }


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("RT Plan Storage", "RTPlanStorage"),
        ("  rt plan storage ", "RTPlanStorage"),
        ("RT Plan", "RTPlanStorage"),
        ("RT Plan Storage SOP Class", "RTPlanStorage"),
        ("1.2.840.10008.5.1.4.1.1.481.5", "RTPlanStorage"),
        (" 1.2.840.10008.1.1 ", "Verification"),
        ("Verification", "Verification"),
        ("Verification SOP Class", "Verification"),
        ("Media Creation Management", "MediaCreationManagement"),
        ("Digital X Ray Image Storage – For Processing", "DigitalXRayImageStorageForProcessing"),
        ("Modality Worklist Information Model - FIND", "ModalityWorklistInformationModelFind"),
        ("Basic Grayscale Print Management Meta SOP Class", "BasicGrayscalePrintManagementMeta"),
        ("Ultrasound Image Storage (Retired)", "UltrasoundImageStorageRetired"),
    ],
)
def test_a_sop_class_in_peoples_words(text: str, keyword: str) -> None:
    found = uids.find(text, SOP_CLASSES)
    assert found is not None
    assert found.keyword == keyword


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("Implicit VR Little Endian: Default Transfer Syntax for DICOM", "ImplicitVRLittleEndian"),
        ("implicit vr little-endian", "ImplicitVRLittleEndian"),
        ("JPEG Extended (Process 2 & 4)", "JPEGExtended12Bit"),
        ("Explicit VR Big Endian (Retired)", "ExplicitVRBigEndian"),
        ("JPEG 2000 Image Compression", "JPEG2000"),
    ],
)
def test_a_transfer_syntax_in_peoples_words(text: str, keyword: str) -> None:
    found = uids.find(text, TRANSFER_SYNTAXES)
    assert found is not None
    assert found.keyword == keyword


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Storage",
        "SOP Class",
        "RTPlanStorgae",
        "1.2.840.10008",
        "12840100085141148 15",
        "1284010008511",
        "RT Plan Storage (Retired)",
        "RT Plän Storage",
        "ImplicitVRLittleEndian",
        "1.2.840.10008.1.2",
    ],
)
def test_what_names_no_sop_class(text: str) -> None:
    assert uids.find(text, SOP_CLASSES) is None


def test_did_you_mean() -> None:
    assert uids.suggest("RTPlanStorgae", SOP_CLASSES)[0] == "RTPlanStorage"
    assert uids.suggest("RT Plann", SOP_CLASSES)[0] == "RTPlanStorage"
    assert uids.suggest("Explict VR Little Endian", TRANSFER_SYNTAXES)[0] == "ExplicitVRLittleEndian"
    assert uids.suggest("Explict VR Little Endian", SOP_CLASSES) == ()
    assert uids.suggest("qqqq", SOP_CLASSES) == ()


def test_suggestions_are_different_ones_that_can_be_found() -> None:
    suggested = uids.suggest("CT Image Storag", SOP_CLASSES, limit=5)
    assert len(suggested) == len(set(suggested)) == 5
    assert all(uids.find(keyword, SOP_CLASSES) for keyword in suggested)


def test_all_of_is_in_the_order_of_the_components() -> None:
    syntaxes = [uid.uid for uid in uids.all_of(TRANSFER_SYNTAXES)]
    assert syntaxes[:2] == ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"]
    assert syntaxes.index("1.2.840.10008.1.2.4.91") < syntaxes.index("1.2.840.10008.1.2.4.110")
    assert {uid.kind for uid in uids.all_of(SOP_CLASSES)} == SOP_CLASSES


def test_no_look_up_imports_pydicom() -> None:
    program = (
        "import sys\n"
        "from dcsgen.base.standard import elements, iods, uids\n"
        "assert uids.find('RT Plan Storage', uids.SOP_CLASSES) and elements.find('Patient ID')\n"
        "assert iods.iod_of('1.2.840.10008.5.1.4.1.1.481.5')\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('pydicom', 'rapidfuzz')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_uid_says_its_edition() -> None:
    assert uids.edition_of("1.2.840.10008.1.1") == pydicom.__dicom_version__
    assert {uids.edition_of(later.uid) for later in LATER if later.uid not in pydicom.uid.UID_dictionary} <= {"2026b"}
    assert uids.edition_of("1.2.3") == ""
    assert uids.all_kinds() == ALL_KINDS
