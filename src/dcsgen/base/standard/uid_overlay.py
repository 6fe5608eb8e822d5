"""UIDs that the registry (PS3.6 Annex A) got after edition 2024c, which pydicom 3.0 holds.

A UID that pydicom knows is taken from there, so a line here may go once the oldest pydicom allowed has it. The lines
are all that DCMTK's tables and dictionary (2026b), highdicom 0.28.2 (2026b) and pynetdicom 3.0.4 have beyond 2024c.
"""

from __future__ import annotations

from dcsgen.base.standard.uid import Uid

EDITION = "2026b"
"""The edition of PS3.6 up to which UIDs were looked for, and in which these were seen."""

LATER = (
    Uid("1.2.840.10008.1.2.4.110", "JPEG XL Lossless", "Transfer Syntax", "JPEGXLLossless"),
    Uid("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", "Transfer Syntax", "JPEGXLJPEGRecompression"),
    Uid("1.2.840.10008.1.2.4.112", "JPEG XL", "Transfer Syntax", "JPEGXL"),
    Uid(
        "1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", "Transfer Syntax", "DeflatedImageFrameCompression"
    ),
    Uid(
        "1.2.840.10008.5.1.4.1.1.9.100.1",
        "Waveform Presentation State Storage",
        "SOP Class",
        "WaveformPresentationStateStorage",
    ),
    Uid(
        "1.2.840.10008.5.1.4.1.1.9.100.2",
        "Waveform Acquisition Presentation State Storage",
        "SOP Class",
        "WaveformAcquisitionPresentationStateStorage",
    ),
    Uid("1.2.840.10008.5.1.4.1.1.66.7", "Label Map Segmentation Storage", "SOP Class", "LabelMapSegmentationStorage"),
    Uid("1.2.840.10008.5.1.4.1.1.66.8", "Height Map Segmentation Storage", "SOP Class", "HeightMapSegmentationStorage"),
    # DICONDE, by ASTM International; registered in PS3.6 but not part of DICOM's IODs.
    Uid("1.2.840.10008.5.1.4.1.1.601.3", "Thermography Image Storage", "SOP Class", "ThermographyImageStorage"),
    Uid(
        "1.2.840.10008.5.1.4.1.1.601.4",
        "Thermography Multi-frame Image Storage",
        "SOP Class",
        "ThermographyMultiFrameImageStorage",
    ),
    Uid("1.2.840.10008.5.1.4.1.1.601.5", "Ultrasound Waveform Storage", "SOP Class", "UltrasoundWaveformStorage"),
)
