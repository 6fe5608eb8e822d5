"""Two states of the example archive, and of a small one, for tests of marked files.

Rows, words, cells over several rows, sections and figures differ.
"""

from __future__ import annotations

import re
from pathlib import Path

from copied_examples import copied
from dcsgen import api

EDITS = [
    ("archive.yaml", r'revision: "1\.2"', 'revision: "1.3"'),
    ("archive.yaml", "NORTHLIGHT Archive 3.2 can exchange", "NORTHLIGHT Archive 3.2 can exchange *today*"),
    ("archive.yaml", "  - media.yaml\n", ""),
    ("services.yaml", "    - MRImageStorage", "    - NuclearMedicineImageStorage"),
    ("services.yaml", r"uncompressed: \[ExplicitVRLittleEndian, ", "uncompressed: ["),
    ("archive.yaml", "export of reports to the", "export of all reports to the"),
]


def pair(folder: Path) -> tuple[Path, Path]:
    """The files of the old description and of the new one."""
    old, new = folder / "old" / "archive", folder / "new" / "archive"
    for copy in (old, new):
        copied("archive", copy.parent)
    for name, pattern, text in EDITS:
        before = (new / name).read_text("utf-8")
        after = re.sub(pattern, text, before)
        assert after != before, pattern
        (new / name).write_text(after, "utf-8")
    return old / "archive.yaml", new / "archive.yaml"


def built(root: Path, folder: Path, *formats: str) -> tuple[Path, ...]:
    """The marked document in some formats."""
    old, new = pair(folder)
    host = api.open_host(folders=[root / "plugins"])
    result = api.build(new, out=folder / "out", formats=formats, layout="tr62266", host=host, since=str(old))
    assert result.paths, result.findings
    return result.paths


SMALL = """\
dcsgen: 1
product: {name: PLAN ARCHIVE, vendor: Example Medical Ltd, version: "1.0"}
document: {identifier: EXM-DCS-1, revision: "1", date: 2024-01-31, layout: tr62266}
application_entities:
  ARCHIVE: {title: Archive, function: Stores the RT Plans that it receives.}
real_world_activities:
  archive: {name: Archive Objects, side: local}
  send: {name: Send Objects, side: remote}
  ask: {name: Ask for Objects, side: remote}
services:
  storage:
    application_entity: ARCHIVE
    sop_classes: [RTPlanStorage, RTStructureSetStorage]
    role: SCP
    local_activity: archive
    remote_activity: send
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
  verification:
    application_entity: ARCHIVE
    sop_classes: [Verification]
    role: SCP
    remote_activity: send
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""

QUERY = """\
  query:
    application_entity: ARCHIVE
    sop_classes: [StudyRootQueryRetrieveInformationModelFind]
    role: SCP
    remote_activity: ask
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""


def small(folder: Path) -> Path:
    """The HTML of a small document in which a Transfer Syntax, a SOP Class, a service and words differ."""
    old, new = folder / "old.yaml", folder / "new.yaml"
    old.write_text(SMALL + QUERY)
    new.write_text(
        SMALL.replace("[ExplicitVRLittleEndian, ", "[")
        .replace("RTStructureSetStorage", "RTDoseStorage")
        .replace("Stores the RT Plans", "Stores all RT Plans")
    )
    host = api.open_host(vendors=False)
    result = api.build(new, out=folder / "out", formats=["html"], layout=None, host=host, since=str(old))
    assert result.paths, result.findings
    return result.paths[0]
