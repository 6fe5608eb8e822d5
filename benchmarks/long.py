"""A long statement as a tagged PDF: made anew, made again after a change, made again without one; a table in Markdown.

Usage: python benchmarks/long.py [--runs 5] [--attributes 13500]
The alternative is Chromium, which prints the same HTML to a tagged PDF. Whole processes in turns, medians; memory is
that of all processes of a command together. 13,500 Attributes come to some 600 pages.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from measure import Sample, chromium, figures_of, memory_of_all, once, table
from synthetic import write

DCSGEN = (sys.executable, "-m", "dcsgen")
CHROMIUM = "Chromium, tagged PDF of the same HTML"
ANEW, ONE = "dcsgen, anew", "dcsgen, anew, --jobs 1"
CHANGED, AGAIN = "dcsgen, one paragraph changed", "dcsgen, nothing changed"
TEXT = "behaviour: Objects are kept until somebody deletes them."

GOALS = {ANEW: 2.2, CHANGED: 0.5}
"""Times Chromium that are promised."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted turns")
    parser.add_argument("--attributes", type=int, default=13_500, help="size of the description")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measured(Path(name), args.attributes, args.runs)


def measured(folder: Path, attributes: int, runs: int) -> None:
    """The turns and their table."""
    file = write(attributes, folder)
    text = file.read_text("utf-8")
    assert TEXT in text
    cache = {"XDG_CACHE_HOME": str(folder / "cache")}
    build = (*DCSGEN, "build", str(file), "--no-plugins", "--out", str(folder), "--format")
    once((*build, "html"))
    printing = chromium(folder / f"{file.stem}.html", folder)
    samples: dict[str, list[Sample]] = {}

    def run(name: str, *command: str) -> None:
        samples.setdefault(name, []).append(once(command, **cache))

    for turn in range(runs):
        file.write_text(text, "utf-8")
        if printing:
            run(CHROMIUM, *printing)
        run(ANEW, *build, "pdf", "--no-cache")
        run(ONE, *build, "pdf", "--no-cache", "--jobs", "1")
        shutil.rmtree(folder / "cache", ignore_errors=True)
        once((*build, "pdf"), **cache)
        run(AGAIN, *build, "pdf")
        file.write_text(text.replace(TEXT, f"{TEXT} Turn {turn}.", 1), "utf-8")
        run(CHANGED, *build, "pdf")
    file.write_text(text, "utf-8")
    table(f"{attributes:,} Attributes", {name: figures_of(found) for name, found in samples.items()}, CHROMIUM)
    pages = len(pypdfium2.PdfDocument(folder / f"{file.stem}.pdf"))
    print(f"{pages} pages. Memory of all processes together: ", end="")
    memory = {ANEW: memory_of_all((*build, "pdf", "--no-cache"))}
    if printing:
        memory[CHROMIUM] = memory_of_all(printing)
    print("; ".join(f"{name} {most:.0f} MiB" for name, most in memory.items()) + ".")
    if printing:
        base = figures_of(samples[CHROMIUM]).wall
        for name, goal in GOALS.items():
            ratio = figures_of(samples[name]).wall / base
            print(f"{name}: {ratio:.2f} times Chromium, {'within' if ratio <= goal else 'NOT within'} {goal}.")


if __name__ == "__main__":
    main()
