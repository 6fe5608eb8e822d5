"""Folders of small statements, for tests of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CT = ("CT Image Storage", "1.2.840.10008.5.1.4.1.1.2")
PLAN = ("RT Plan Storage", "1.2.840.10008.5.1.4.1.1.481.5")
IMPLICIT = ("Implicit VR Little Endian", "1.2.840.10008.1.2")
EXPLICIT = ("Explicit VR Little Endian", "1.2.840.10008.1.2.1")
DEFLATED = ("Deflated Explicit VR Little Endian", "1.2.840.10008.1.2.1.99")

Pair = tuple[str, str]

PLUGIN = """
import os, time
from dcsgen.plugin import Importer, hookimpl
from dcsgen.plugin.document import Document

def read(file, reading):
    if file.name.startswith("hangs"):
        time.sleep(600)
    if file.name.startswith("crashes"):
        os._exit(7)
    raise RuntimeError("a fault of its own")

@hookimpl
def dcsgen_importers():
    return [Importer(name="odd", suffixes=(".odd",), recognises=lambda head, name: name.endswith(".odd"), read=read)]
"""
"""A plug-in whose importer hangs, ends its process, or raises."""


def statement(name: str, contexts: Iterable[tuple[Pair, str, Iterable[Pair]]]) -> str:
    """A statement in Markdown: SOP Class, role and Transfer Syntaxes of each Presentation Context."""
    lines = [
        f"# DICOM Conformance Statement for {name}\n",
        f"{name} Version 3.1\n",
        f"## {name.upper()}-STORE AE Specification\n",
        "### Presentation Contexts\n",
        "| Abstract Syntax | UID | Transfer Syntax | UID | Role | Extended Negotiation |",
        "|---|---|---|---|---|---|",
    ]
    for (sop_class, uid), role, syntaxes in contexts:
        lines += [f"| {sop_class} | {uid} | {syntax} | {its} | {role} | None |" for syntax, its in syntaxes]
    return "\n".join(lines) + "\n"


def without_syntaxes(name: str, sop_class: Pair, role: str) -> str:
    """A statement that tells no Transfer Syntaxes."""
    return (
        f"# DICOM Conformance Statement for {name}\n\n## {name.upper()}-STORE AE Specification\n\n"
        f"### SOP Classes\n\n| SOP Class Name | SOP Class UID | Role |\n|---|---|---|\n"
        f"| {sop_class[0]} | {sop_class[1]} | {role} |\n"
    )


def without_role(name: str, sop_class: Pair) -> str:
    """A statement that names a SOP Class and tells no role."""
    return f"# DICOM Conformance Statement for {name}\n\n## Overview\n\nThe identifier {sop_class[1]} is known to it.\n"


def library(folder: Path) -> Path:
    """A folder with what there is: a yes, a no, things not stated, a duplicate, a damaged PDF, a picture."""
    (folder / "more").mkdir(parents=True)
    files = {
        "alpha.md": statement("Alpha", [(PLAN, "SCP", [EXPLICIT, DEFLATED]), (CT, "SCU", [IMPLICIT])]),
        "beta.md": statement("Beta", [(PLAN, "SCP", [IMPLICIT, EXPLICIT])]),
        "gamma.md": without_syntaxes("Gamma", PLAN, "SCP"),
        "delta.md": statement("Delta", [(PLAN, "SCU", [DEFLATED])]),
        "epsilon.md": without_role("Epsilon", PLAN),
        "zeta.md": statement("Zeta", [(CT, "SCP", [IMPLICIT])]),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "more" / "alpha again.md").write_text(files["alpha.md"], encoding="utf-8")
    (folder / "more" / "zeta.md").write_text(files["zeta.md"] + "\nRevised.\n", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n")
    (folder / "photo.tiff").write_bytes(b"II*\0\1\2\3\4")
    return folder
