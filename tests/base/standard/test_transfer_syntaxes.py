"""The facts of all Transfer Syntaxes agree with their names and with pydicom, and say which objects fit into which."""

from __future__ import annotations

import pydicom.uid
import pytest

from dcsgen.base.standard import iods, uids
from dcsgen.base.standard import transfer_syntaxes as ts
from dcsgen.base.standard.transfer_syntax_rows import RETIRED_SINCE, ROWS
from dcsgen.base.standard.transfer_syntaxes import Compression, Family, TransferSyntaxFacts

SYNTAXES = uids.all_of(uids.TRANSFER_SYNTAXES)
BY_KEYWORD = {syntax.keyword: syntax.uid for syntax in SYNTAXES}
CT, SR, ECG, PDF = (
    "1.2.840.10008.5.1.4.1.1.2",
    "1.2.840.10008.5.1.4.1.1.88.11",
    "1.2.840.10008.5.1.4.1.1.9.1.1",
    "1.2.840.10008.5.1.4.1.1.104.1",
)


def facts(keyword: str) -> TransferSyntaxFacts:
    found = ts.syntax(BY_KEYWORD[keyword])
    assert found is not None
    return found


def test_every_transfer_syntax_has_a_line_and_every_line_a_transfer_syntax() -> None:
    assert set(ROWS) == set(BY_KEYWORD)


@pytest.mark.parametrize("uid", SYNTAXES, ids=lambda uid: uid.keyword)
def test_facts_fit_the_name(uid: uids.Uid) -> None:
    found = facts(uid.keyword)
    assert found.retired == uid.retired
    assert found.fragmentable == ("Fragmentable" in uid.name)
    if "Lossless" in uid.name:
        assert found.compression is (Compression.LOSSY if "Near-Lossless" in uid.name else Compression.LOSSLESS)
    if found.negotiable:
        assert found.clause.startswith("PS3.5 ")
        assert found.byte_order == ("big" if "Big Endian" in uid.name else "little")
        assert found.explicit_vr == ("Implicit" not in uid.name)
        assert bool(found.codec) == (found.compression is not Compression.NONE)
    else:
        assert (found.byte_order, found.explicit_vr, found.pixel_data_only) == ("", None, False)


def test_agrees_with_pydicom() -> None:
    for keyword, uid in BY_KEYWORD.items():
        theirs = pydicom.uid.UID(uid)
        found = facts(keyword)
        if not found.negotiable or uid not in pydicom.uid.UID_dictionary:
            continue
        assert theirs.is_implicit_VR != found.explicit_vr
        assert theirs.is_little_endian == (found.byte_order == "little")
        assert theirs.is_deflated == (uid == "1.2.840.10008.1.2.1.99")
        # pydicom takes everything beyond the basic four for encapsulated; referenced pixels are not.
        if found.family is not Family.REFERENCED and keyword != "EncapsulatedUncompressedExplicitVRLittleEndian":
            assert theirs.is_encapsulated == found.encapsulated


@pytest.mark.parametrize(
    ("keyword", "family", "compression", "encapsulated", "deflated", "pixels"),
    [
        ("ImplicitVRLittleEndian", "uncompressed", "none", False, False, False),
        ("EncapsulatedUncompressedExplicitVRLittleEndian", "uncompressed", "none", True, False, True),
        ("DeflatedExplicitVRLittleEndian", "deflated", "lossless", False, True, False),
        ("JPEGBaseline8Bit", "compressed image", "lossy", True, False, True),
        ("RLELossless", "compressed image", "lossless", True, False, True),
        ("JPEG2000", "compressed image", "either", True, False, True),
        ("JPEGXLJPEGRecompression", "compressed image", "lossy", True, False, True),
        ("DeflatedImageFrameCompression", "compressed image", "lossless", True, False, True),
        ("MPEG4HP41F", "compressed video", "lossy", True, False, True),
        ("JPIPReferenced", "pixel data by reference", "either", False, False, True),
        ("JPIPReferencedDeflate", "pixel data by reference", "either", False, True, True),
        ("SMPTEST211030PCMDigitalAudio", "real-time flow", "none", False, False, False),
    ],
)
def test_syntax(keyword: str, family: str, compression: str, encapsulated: bool, deflated: bool, pixels: bool) -> None:
    found = facts(keyword)
    assert (found.family, found.compression) == (family, compression)
    assert (found.encapsulated, found.deflated, found.pixel_data_only) == (encapsulated, deflated, pixels)


@pytest.mark.parametrize("uid", ["1.2.840.10008.1.1", "1.2.840.113619.5.2", ""])
def test_what_is_no_transfer_syntax_of_the_registry(uid: str) -> None:
    assert ts.syntax(uid) is None
    assert ts.companions(uid) == ()
    assert ts.default_may_be_missing(uid) == ""
    assert ts.can_carry(uid, CT) is None


def needed(keyword: str) -> dict[str, tuple[str, ...]]:
    return {item.clause: item.any_of for item in ts.companions(BY_KEYWORD[keyword])}


def test_companions() -> None:
    """Verified with PS3.5 2020, 10.1 to 10.5: the default, and those of lossless JPEG, lossy JPEG and JPEG-LS."""
    default = {"PS3.5 10.1": (ts.DEFAULT,)}
    assert needed("ImplicitVRLittleEndian") == {}
    assert needed("ExplicitVRLittleEndian") == default
    assert needed("RLELossless") == default
    assert needed("JPEGLossless") == {**default, "PS3.5 10.2": ("1.2.840.10008.1.2.4.70",)}
    assert needed("JPEGLosslessSV1") == default
    assert needed("JPEGSpectralSelectionNonHierarchical68") == {
        **default,
        "PS3.5 10.3": ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"),
    }
    assert needed("JPEGBaseline8Bit") == default
    assert needed("JPEGLSNearLossless") == {**default, "PS3.5 10.5": ("1.2.840.10008.1.2.4.80",)}
    assert needed("DeflatedExplicitVRLittleEndian") == {**default, "PS3.5 A.5": ("1.2.840.10008.1.2.1",)}
    assert needed("SMPTEST211030PCMDigitalAudio") == {}


def test_companions_are_transfer_syntaxes_of_the_same_family() -> None:
    for syntax in SYNTAXES:
        for item in ts.companions(syntax.uid):
            assert all(uid in BY_KEYWORD.values() and uid != syntax.uid for uid in item.any_of)


def test_when_the_default_may_be_missing() -> None:
    """Verified with the waivers of PS3.5 2020, 10.1."""
    said = {keyword: ts.default_may_be_missing(uid) for keyword, uid in BY_KEYWORD.items()}
    assert {keyword for keyword, text in said.items() if not text} == {
        keyword
        for keyword in BY_KEYWORD
        if facts(keyword).compression is Compression.NONE or facts(keyword).family is Family.DEFLATED
    }
    assert "lossy" in said["JPEGBaseline8Bit"]
    assert "lossy" in said["JPEG2000"]
    assert "too long" in said["JPEGLosslessSV1"]
    assert "reference" in said["JPIPReferenced"]


def test_bulk_data_is_where_the_modules_say() -> None:
    """The Modules asked for are those, and the only ones, with these Attributes in the top level."""
    wanted = {("PixelData",): "image-pixel", ("WaveformSequence",): "waveform"}
    for path, module_key in wanted.items():
        assert [key for key in iods.module_keys() if iods.attribute_in(key, path)] == [module_key]
    documents = {key for key in iods.module_keys() if iods.attribute_in(key, ("EncapsulatedDocument",))}
    # An implant assembly template may have a surgical technique with it, but is no wrapped document.
    assert documents == {"encapsulated-document", "implant-assembly-template"}


@pytest.mark.parametrize(
    ("uid", "pixels", "waveform", "document"),
    [
        (CT, True, False, False),
        (SR, False, False, False),
        (ECG, False, True, False),
        (PDF, False, False, True),
        ("1.2.840.10008.5.1.4.1.1.104.3", False, False, True),
        ("1.2.840.10008.5.1.4.1.1.481.2", True, False, False),
        ("1.2.840.10008.5.1.4.1.1.481.5", False, False, False),
        ("1.2.840.10008.5.1.4.1.1.66.8", False, False, False),
        ("1.2.840.10008.1.1", False, False, False),
        ("1.2.840.10008.5.1.4.1.1.501.1", None, None, None),
        ("1.2.840.10008.5.1.4.1.1.3", None, None, None),
        ("1.2.3.4", None, None, None),
    ],
)
def test_what_a_sop_class_holds(uid: str, pixels: bool | None, waveform: bool | None, document: bool | None) -> None:
    assert (ts.carries_pixels(uid), ts.is_waveform(uid), ts.is_document(uid)) == (pixels, waveform, document)


@pytest.mark.parametrize(
    ("keyword", "sop_class", "can"),
    [
        ("JPEG2000Lossless", CT, True),
        ("JPEG2000Lossless", SR, False),
        ("JPIPReferenced", SR, False),
        ("DeflatedExplicitVRLittleEndian", SR, True),
        ("DeflatedImageFrameCompression", SR, False),
        ("ImplicitVRLittleEndian", "1.2.3.4", True),
        ("JPEGBaseline8Bit", "1.2.3.4", None),
        ("SMPTEST211030PCMDigitalAudio", CT, False),
        ("SMPTEST211030PCMDigitalAudio", "1.2.840.10008.10.3", True),
        ("ImplicitVRLittleEndian", "1.2.840.10008.10.3", False),
        # Height maps have Float Pixel Data only (PS3.5 A.4).
        ("RLELossless", "1.2.840.10008.5.1.4.1.1.66.8", False),
    ],
)
def test_can_carry(keyword: str, sop_class: str, can: bool | None) -> None:
    assert ts.can_carry(BY_KEYWORD[keyword], sop_class) is can


def test_storage_commitment_stores_no_pixels() -> None:
    assert ts.carries_pixels("1.2.840.10008.1.20.1") is False


def sop_class(keyword: str) -> str:
    found = uids.find(keyword, uids.SOP_CLASSES)
    assert found is not None
    return found.uid


VIDEO = ("VideoEndoscopicImageStorage", "VideoMicroscopicImageStorage", "VideoPhotographicImageStorage")


def test_images_of_several_frames() -> None:
    several = (
        "EnhancedCTImageStorage",
        "UltrasoundMultiFrameImageStorage",
        "RTImageStorage",
        "VideoEndoscopicImageStorage",
    )
    assert all(ts.has_frames(sop_class(keyword)) for keyword in several)
    single = ("CTImageStorage", "VLEndoscopicImageStorage", "DermoscopicPhotographyImageStorage")
    assert not any(ts.has_frames(sop_class(keyword)) for keyword in single)
    assert ts.has_frames("2.25.1") is None


def test_video_is_of_several_frames() -> None:
    videos = [uid.uid for uid in uids.all_of(uids.SOP_CLASSES) if ts.is_video(uid.uid)]
    assert [uid for uid in videos if not ts.has_frames(uid)] == []
    assert set(videos) == set(map(sop_class, VIDEO))
    assert not ts.is_video("2.25.1")


def test_since_when_a_transfer_syntax_is_retired() -> None:
    assert ts.retired_since(BY_KEYWORD["ExplicitVRBigEndian"]) == "2006"
    assert ts.retired_since(BY_KEYWORD["JPEGExtended35"]) == ""
    assert ts.retired_since("2.25.1") == ""
    assert all(facts(keyword).retired for keyword in RETIRED_SINCE)
