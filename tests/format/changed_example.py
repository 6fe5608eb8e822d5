"""Two states of the example archive, for tests of marked files: rows, words, cells over rows, a section, a figure."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from dcsgen import api

EDITS = [
    ("archive.yaml", r'revision: "1\.2"', 'revision: "1.3"'),
    ("archive.yaml", "NORTHLIGHT Archive 3.2 can exchange", "NORTHLIGHT Archive 3.2 can exchange *today*"),
    ("archive.yaml", "  - media.yaml\n", ""),
    ("services.yaml", "    - MRImageStorage", "    - NuclearMedicineImageStorage"),
    ("services.yaml", r"uncompressed: \[ExplicitVRLittleEndian, ", "uncompressed: ["),
    ("archive.yaml", "export of reports to the", "export of all reports to the"),
]


def pair(root: Path, folder: Path) -> tuple[Path, Path]:
    """The files of the old description and of the new one."""
    old, new = folder / "old" / "archive", folder / "new" / "archive"
    for copy in (old, new):
        shutil.copytree(root / "examples" / "archive", copy)
    for name, pattern, text in EDITS:
        before = (new / name).read_text("utf-8")
        after = re.sub(pattern, text, before)
        assert after != before, pattern
        (new / name).write_text(after, "utf-8")
    return old / "archive.yaml", new / "archive.yaml"


def built(root: Path, folder: Path, *formats: str) -> tuple[Path, ...]:
    """The marked document in some formats."""
    old, new = pair(root, folder)
    host = api.open_host(folders=[root / "plugins"])
    result = api.build(new, out=folder / "out", formats=formats, layout="tr62266", host=host, since=str(old))
    assert result.paths, result.findings
    return result.paths
