"""How much of the examples `dcsgen import` reads back from the documents that dcsgen makes of them.

Each example is written in each layout and format, imported without the description that is embedded there, and compared
with the example: SOP Class with role, the same with Application Entity, SOP Class with Transfer Syntax, and product,
vendor, version and date. Prints a table in Markdown, then what is missed or wrong.

Usage: python benchmarks/import_roundtrip.py [--examples NAME,...] [--formats html,md,docx,pdf] [--layouts LAYOUT,...]
       [--documents DIR] [--misses N]
Formats may also be `libreoffice`, the DOCX as LibreOffice prints it, and what Chromium prints of the HTML in other
styles: `ruled`, `serif`, `narrow`, `levels` (level rules only), `borderless`, `borderless-serif`.
With --documents, documents that are in DIR are taken from there, and the others are kept there.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import move
from typing import NamedTuple

from dcsgen import api
from dcsgen.api.importing import read_draft
from dcsgen.base.draft import Draft
from dcsgen.base.errors import DcsgenError
from dcsgen.base.words import Role
from dcsgen.host import Host
from dcsgen.model.capability import Capability
from dcsgen.model.negotiable import negotiable
from import_quality import Said, Triples, of_draft, plain, score
from printing import STYLES, printed

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"
LAYOUTS = "ps3.2-annex-n,ps3.2-annex-a,tr62266"
FORMATS = "html,md,docx,pdf"
WORDS = ("role", "entity", "Transfer Syntax")


class Case(NamedTuple):
    """A document of an example."""

    example: str
    layout: str
    format: str

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.example}.{self.layout}.{self.format}{'.pdf' if self.through else ''}"

    @property
    def through(self) -> bool:
        """Whether it is a PDF that another program makes."""
        return self.format in (*STYLES, "libreoffice")

    @property
    def source(self) -> Case:
        """The document that dcsgen makes for it."""
        made = ("docx" if self.format == "libreoffice" else "html") if self.through else self.format
        return self._replace(format=made)


def of_capability(capability: Capability) -> Said:
    """What a description says, in the words of the benchmark of quality."""
    roles: Triples = set()
    entities: Triples = set()
    syntaxes: Triples = set()
    for service in capability.services.values():
        single = (Role.SCU, Role.SCP) if service.role is Role.BOTH else (service.role,)
        for sop_class in service.sop_classes:
            roles |= {(sop_class.uid, role.value) for role in single}
            entities |= {(plain(service.application_entity), sop_class.uid, role.value) for role in single}
    for one in negotiable(capability):
        syntaxes.add((one.sop_class.uid, one.transfer_syntax.uid))
    return Said(roles, entities, syntaxes)


def identity(capability: Capability, draft: Draft) -> list[str]:
    """What of the product's identity is wrong, as sentences."""
    product, read = capability.product, draft.description["product"]
    wanted = {"name": product.name, "vendor": product.vendor, "version": product.version}
    wrong = [f"{key}: {read[key]!r}, not {value!r}" for key, value in wanted.items() if read[key] != value]
    dates = str(capability.document.date), draft.description["document"]["date"]
    return wrong + ([f"date: {dates[1]!r}, not {dates[0]!r}"] if dates[0] != dates[1] else [])


def files_of(cases: list[Case], folder: Path) -> None:
    """Write the documents that are not there yet."""
    missing = [case for case in cases if not (folder / case.name).is_file()]
    wanted = dict.fromkeys(case.source for case in missing if not (folder / case.source.name).is_file())
    groups: dict[tuple[str, str], list[str]] = {}
    for case in wanted:
        groups.setdefault((case.example, case.layout), []).append(case.format)
    for (example, layout), formats in groups.items():
        with tempfile.TemporaryDirectory() as made:
            file = ROOT / "examples" / example / f"{example}.yaml"
            command = [sys.executable, "-m", "dcsgen", "build", str(file), "--plugins", str(PLUGINS), "-o", made]
            subprocess.run(
                [*command, "--layout", layout, "--format", ",".join(formats)], check=True, capture_output=True
            )
            for format in formats:
                move(Path(made) / f"{example}.{format}", folder / f"{example}.{layout}.{format}")
    for case in missing:
        if case.through:
            printed(folder / case.source.name, case.format, folder / case.name)


def lines(cases: list[Case], folder: Path, host: Host, misses: int) -> Iterator[tuple[str, list[str]]]:
    """For each case its line of the table, and what is to be said of it."""
    known: dict[str, Capability] = {}
    for case in cases:
        if case.example not in known:
            loaded = api.load(ROOT / "examples" / case.example / f"{case.example}.yaml", host)
            if loaded.capability is None:
                raise SystemExit(f"{case.example} has errors")
            known[case.example] = loaded.capability
        capability = known[case.example]
        try:
            draft = read_draft(folder / case.name, host, processes=2)
        except DcsgenError as error:
            yield f"| {case.example} | {case.layout} | {case.format} | {error} | | | |", []
            continue
        wanted, found = of_capability(capability), of_draft(draft, draft.threshold)
        wrong = identity(capability, draft)
        cells = " | ".join(score(*pair) for pair in zip(found, wanted, strict=True))
        notes = [f"{case.name}", *(f"  {sentence}" for sentence in wrong)]
        for word, got, want in zip(WORDS, found, wanted, strict=True):
            for what, items in (("wrong", got - want), ("missed", want - got)):
                notes += [f"  {word} {what}: {' '.join(item)}" for item in sorted(items)[:misses]]
        yield f"| {case.example} | {case.layout} | {case.format} | {cells} | {4 - len(wrong)} of 4 |", notes


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", default="", help="names of examples, joined by commas (default: all)")
    parser.add_argument("--formats", default=FORMATS)
    parser.add_argument("--layouts", default=LAYOUTS)
    parser.add_argument("--documents", type=Path, help="folder in which the documents are kept")
    parser.add_argument("--misses", type=int, default=4, metavar="N", help="misses that are shown of each sort")
    args = parser.parse_args()
    names = [
        folder.name for folder in sorted((ROOT / "examples").iterdir()) if (folder / f"{folder.name}.yaml").is_file()
    ]
    cases = [
        Case(example, layout, format)
        for example in (args.examples.split(",") if args.examples else names)
        for layout in args.layouts.split(",")
        for format in args.formats.split(",")
    ]
    host = api.open_host(folders=[PLUGINS])
    print(
        "| example | layout | format | SOP Class, role | AE, SOP Class, role | SOP Class, Transfer Syntax | identity |"
    )
    print("|---|---|---|---|---|---|---|", flush=True)
    said: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.documents or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        files_of(cases, folder)
        for line, notes in lines(cases, folder, host, args.misses):
            print(line, flush=True)
            said += notes if len(notes) > 1 else []
    print("\n".join(["", *said]))


if __name__ == "__main__":
    main()
