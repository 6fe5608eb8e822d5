"""What each Transfer Syntax of PS3.5 does to a Data Set and its pixels: the table behind `transfer_syntaxes`.

Retired ones without a clause of their own in current editions have that of their family.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

EDITION = "2025a"
"""Up to this edition PS3.5 was looked at: A.4.13, A.8 and 8.2.15 in 2024d to 2025a, the rest in 2020."""


# The year in which a Transfer Syntax was retired, where a text of the standard with it was seen.
RETIRED_SINCE = {"ExplicitVRBigEndian": "2006"}


class Family(StrEnum):
    """What kind of encoding a Transfer Syntax is."""

    UNCOMPRESSED = "uncompressed"
    DEFLATED = "deflated"
    IMAGE = "compressed image"
    VIDEO = "compressed video"
    REFERENCED = "pixel data by reference"
    REAL_TIME = "real-time flow"
    OTHER = "other"


class Compression(StrEnum):
    """Whether pixels come out as they went in."""

    NONE = "none"
    LOSSLESS = "lossless"
    LOSSY = "lossy"
    EITHER = "either"


class Row(NamedTuple):
    """A Transfer Syntax. `codec` is the name of what compresses, `clause` is of PS3.5 unless it says otherwise."""

    family: Family
    compression: Compression
    codec: str
    clause: str


NONE, LOSSLESS, LOSSY, EITHER = Compression.NONE, Compression.LOSSLESS, Compression.LOSSY, Compression.EITHER

_JPEG_LOSSY = Row(Family.IMAGE, LOSSY, "JPEG", "A.4.1")
_JPEG_LOSSLESS = Row(Family.IMAGE, LOSSLESS, "JPEG", "A.4.1")
_MPEG2 = Row(Family.VIDEO, LOSSY, "MPEG-2", "A.4.5")
_H264_LEVEL_4_1 = Row(Family.VIDEO, LOSSY, "MPEG-4 AVC/H.264", "A.4.6")
_H264_LEVEL_4_2 = Row(Family.VIDEO, LOSSY, "MPEG-4 AVC/H.264", "A.4.7")
_H264_STEREO = Row(Family.VIDEO, LOSSY, "MPEG-4 AVC/H.264", "A.4.8")

ROWS = {
    "ImplicitVRLittleEndian": Row(Family.UNCOMPRESSED, NONE, "", "A.1"),
    "ExplicitVRLittleEndian": Row(Family.UNCOMPRESSED, NONE, "", "A.2"),
    "ExplicitVRBigEndian": Row(Family.UNCOMPRESSED, NONE, "", "A.3"),
    "EncapsulatedUncompressedExplicitVRLittleEndian": Row(Family.UNCOMPRESSED, NONE, "", "A.4"),
    "DeflatedExplicitVRLittleEndian": Row(Family.DEFLATED, LOSSLESS, "Deflate", "A.5"),
    "JPEGBaseline8Bit": _JPEG_LOSSY,
    "JPEGExtended12Bit": _JPEG_LOSSY,
    "JPEGExtended35": _JPEG_LOSSY,
    "JPEGSpectralSelectionNonHierarchical68": _JPEG_LOSSY,
    "JPEGSpectralSelectionNonHierarchical79": _JPEG_LOSSY,
    "JPEGFullProgressionNonHierarchical1012": _JPEG_LOSSY,
    "JPEGFullProgressionNonHierarchical1113": _JPEG_LOSSY,
    "JPEGLossless": _JPEG_LOSSLESS,
    "JPEGLosslessNonHierarchical15": _JPEG_LOSSLESS,
    "JPEGExtendedHierarchical1618": _JPEG_LOSSY,
    "JPEGExtendedHierarchical1719": _JPEG_LOSSY,
    "JPEGSpectralSelectionHierarchical2022": _JPEG_LOSSY,
    "JPEGSpectralSelectionHierarchical2123": _JPEG_LOSSY,
    "JPEGFullProgressionHierarchical2426": _JPEG_LOSSY,
    "JPEGFullProgressionHierarchical2527": _JPEG_LOSSY,
    "JPEGLosslessHierarchical28": _JPEG_LOSSLESS,
    "JPEGLosslessHierarchical29": _JPEG_LOSSLESS,
    "JPEGLosslessSV1": _JPEG_LOSSLESS,
    "RLELossless": Row(Family.IMAGE, LOSSLESS, "RLE", "A.4.2"),
    "JPEGLSLossless": Row(Family.IMAGE, LOSSLESS, "JPEG-LS", "A.4.3"),
    "JPEGLSNearLossless": Row(Family.IMAGE, LOSSY, "JPEG-LS", "A.4.3"),
    "JPEG2000Lossless": Row(Family.IMAGE, LOSSLESS, "JPEG 2000", "A.4.4"),
    "JPEG2000": Row(Family.IMAGE, EITHER, "JPEG 2000", "A.4.4"),
    "JPEG2000MCLossless": Row(Family.IMAGE, LOSSLESS, "JPEG 2000 Part 2", "A.4.4"),
    "JPEG2000MC": Row(Family.IMAGE, EITHER, "JPEG 2000 Part 2", "A.4.4"),
    "HTJ2KLossless": Row(Family.IMAGE, LOSSLESS, "High-Throughput JPEG 2000", "10.18"),
    "HTJ2KLosslessRPCL": Row(Family.IMAGE, LOSSLESS, "High-Throughput JPEG 2000", "10.18"),
    "HTJ2K": Row(Family.IMAGE, EITHER, "High-Throughput JPEG 2000", "10.18"),
    "JPEGXLLossless": Row(Family.IMAGE, LOSSLESS, "JPEG XL", "8.2.15"),
    # It keeps the bits of a JPEG bit stream, which had lost some of the image's.
    "JPEGXLJPEGRecompression": Row(Family.IMAGE, LOSSY, "JPEG XL", "8.2.15"),
    "JPEGXL": Row(Family.IMAGE, EITHER, "JPEG XL", "8.2.15"),
    "DeflatedImageFrameCompression": Row(Family.IMAGE, LOSSLESS, "Deflate", "A.4.13"),
    "MPEG2MPML": _MPEG2,
    "MPEG2MPMLF": _MPEG2,
    "MPEG2MPHL": _MPEG2,
    "MPEG2MPHLF": _MPEG2,
    "MPEG4HP41": _H264_LEVEL_4_1,
    "MPEG4HP41F": _H264_LEVEL_4_1,
    "MPEG4HP41BD": _H264_LEVEL_4_1,
    "MPEG4HP41BDF": _H264_LEVEL_4_1,
    "MPEG4HP422D": _H264_LEVEL_4_2,
    "MPEG4HP422DF": _H264_LEVEL_4_2,
    "MPEG4HP423D": _H264_LEVEL_4_2,
    "MPEG4HP423DF": _H264_LEVEL_4_2,
    "MPEG4HP42STEREO": _H264_STEREO,
    "MPEG4HP42STEREOF": _H264_STEREO,
    "HEVCMP51": Row(Family.VIDEO, LOSSY, "HEVC/H.265", "A.4.9"),
    "HEVCM10P51": Row(Family.VIDEO, LOSSY, "HEVC/H.265", "A.4.10"),
    # What the references lead to may be lossless or lossy.
    "JPIPReferenced": Row(Family.REFERENCED, EITHER, "JPIP", "A.6"),
    "JPIPReferencedDeflate": Row(Family.REFERENCED, EITHER, "JPIP", "A.7"),
    "JPIPHTJ2KReferenced": Row(Family.REFERENCED, EITHER, "JPIP", "A.11"),
    "JPIPHTJ2KReferencedDeflate": Row(Family.REFERENCED, EITHER, "JPIP", "A.11"),
    "SMPTEST211020UncompressedProgressiveActiveVideo": Row(Family.REAL_TIME, NONE, "", "A.8"),
    "SMPTEST211020UncompressedInterlacedActiveVideo": Row(Family.REAL_TIME, NONE, "", "A.9"),
    "SMPTEST211030PCMDigitalAudio": Row(Family.REAL_TIME, NONE, "", "A.10"),
    # Registered once, but not described in PS3.5.
    "RFC2557MIMEEncapsulation": Row(Family.OTHER, NONE, "", "PS3.6 A"),
    "XMLEncoding": Row(Family.OTHER, NONE, "", "PS3.6 A"),
    "Papyrus3ImplicitVRLittleEndian": Row(Family.OTHER, NONE, "", "PS3.6 A"),
}
