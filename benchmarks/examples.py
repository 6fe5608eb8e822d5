"""All examples in all layouts and formats; prints a table in Markdown.

Usage: python benchmarks/examples.py [--runs 3] [--formats html,pdf,docx,md,json]
Seconds of whole processes, medians of turns; the PDF also as a multiple of the time in which Chromium prints the same
HTML, and the number of its pages. At last all of them in one run, against one after the other.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from dcsgen import api
from measure import chromium, in_turns

ROOT = Path(__file__).resolve().parents[1]
DCSGEN = (sys.executable, "-m", "dcsgen")
PLUGINS = ("--plugins", str(ROOT / "plugins"))
FORMATS = "html,pdf,docx,md,json"


class Case(NamedTuple):
    """An example in a layout."""

    file: Path
    layout: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="counted turns")
    parser.add_argument("--formats", default=FORMATS, help="formats, joined by commas")
    args = parser.parse_args()
    formats = args.formats.split(",")
    print(f"| example | layout | pages | {' | '.join(formats)} | Chromium | PDF, times Chromium |")
    print("|---|---|---|" + "---|" * (len(formats) + 2))
    alone = 0.0
    for case in cases():
        alone += line(case, formats, args.runs)
    together(formats, args.runs, alone)


def cases() -> Iterator[Case]:
    """Each example, which is a folder with a description of its name, in each layout of dcsgen."""
    layouts = [layout.name for provider, layout in api.open_host(vendors=False).layouts if not provider]
    for folder in sorted((ROOT / "examples").iterdir()):
        file = folder / f"{folder.name}.yaml"
        if file.is_file():
            yield from (Case(file, layout) for layout in layouts)


def line(case: Case, formats: list[str], runs: int) -> float:
    """Print the line of a case; gives the seconds of all its formats."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = (*DCSGEN, "build", str(case.file), *PLUGINS, "--layout", case.layout, "-o", name, "--no-cache")
        commands = {format: [*build, "--format", format] for format in ("html", *formats)}
        printing = chromium(folder / f"{case.file.stem}.html", folder)
        if printing:
            commands["Chromium"] = printing
        walls = {what: figures.wall for what, figures in in_turns(commands, runs).items()}
        pdf = folder / f"{case.file.stem}.pdf"
        pages = len(pypdfium2.PdfDocument(pdf)) if pdf.exists() else "-"
    other = walls.get("Chromium")
    ratio = f"{walls['pdf'] / other:.2f}" if other and "pdf" in walls else "-"
    seconds = " | ".join(f"{walls[format]:.2f}" for format in formats)
    print(f"| {case.file.stem} | {case.layout} | {pages} | {seconds} | {other or 0:.2f} | {ratio} |", flush=True)
    return sum(walls[format] for format in formats)


def together(formats: list[str], runs: int, alone: float) -> None:
    """Print what all cases take in one run, and again when nothing has changed."""
    every = list(cases())
    files, layouts = (list(dict.fromkeys(names)) for names in zip(*every, strict=True))
    with tempfile.TemporaryDirectory() as name:
        words = [str(file) for file in files]
        words += [word for layout in layouts for word in ("--layout", layout)]
        build = [*DCSGEN, "build", *words, *PLUGINS, "-o", name, "--format", ",".join(formats)]
        commands = {"in one run": [*build, "--no-cache"], "in one run, nothing changed": build}
        figures = in_turns(commands, runs)
    print(f"\n| all {len(every)} | wall s | times one after the other |\n|---|---|---|")
    print(f"| one after the other, format by format | {alone:.2f} | 1.00 |")
    for what, found in figures.items():
        print(f"| {what} | {found.wall:.2f} | {found.wall / alone:.3f} |")


if __name__ == "__main__":
    main()
