"""The names of Modules and IODs as PS3.3 prints them, made from their keys.

The keys are all lower case with hyphens for everything else, so what is not simply a capitalised word has a line
here. The names of PS3.3 itself vary a little between clause, table and IOD; the clause wins.
"""

from __future__ import annotations

import re

# Words that keep a hyphen, or had another sign between them.
PHRASES = {
    "12-lead": "12-Lead",
    "b-scan": "B-scan",
    "c-arm-photon-electron": "C-Arm Photon-Electron",
    "contrast-bolus": "Contrast/Bolus",
    "file-set": "File-set",
    "general-32-bit": "General 32-bit",
    "image---equipment": "Image - Equipment",
    "intra-oral": "Intra-Oral",
    "multi-channel": "Multi-channel",
    "multi-energy": "Multi-energy",
    "multi-frame": "Multi-frame",
    "multi-gated": "Multi-gated",
    "multi-planar": "Multi-Planar",
    "multi-resolution": "Multi-Resolution",
    "nm-pet": "NM/PET",
    "pseudo-color": "Pseudo-Color",
    "real-time": "Real-Time",
    "robotic-arm": "Robotic-Arm",
    "vl-slide-coordinates": "VL Slide-Coordinates",
    "x-ray": "X-Ray",
    "xa-xrf": "XA/XRF",
}

# Words that are not simply capitalised.
WORDS = {"and": "and", "of": "of"} | {
    word.lower(): word
    for word in (
        *("2D", "3D", "CAD", "CDA", "CR", "CT", "DVH", "DX", "ECG", "ICC", "IVUS", "LUT", "MPR", "MR", "MTL", "NM"),
        *("OBJ", "OCT", "PDF", "PET", "QA", "ROI", "RT", "SC", "SOP", "SR", "STL", "US", "UV", "VL", "VOI", "XA"),
        "XRF",
    )
}

_PIECE = re.compile(
    "(?:^|(?<=-))(?:" + "|".join(map(re.escape, sorted(PHRASES, key=len, reverse=True))) + ")(?=-|$)|[^-]+"
)


def title(key: str) -> str:
    """The name for the key of a Module or an IOD, e.g. `RT General Plan` for `rt-general-plan`."""
    pieces = _PIECE.findall(key)
    return " ".join(PHRASES.get(piece) or WORDS.get(piece) or piece.capitalize() for piece in pieces)
