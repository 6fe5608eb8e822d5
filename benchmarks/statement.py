"""Building statements against other ways to do the same work, in one run; prints a table in Markdown.

Usage: python benchmarks/statement.py [--runs 5] [--large-runs 5] [--skip-large]
Whole processes, medians; the alternatives are Chromium, which prints the same HTML to a tagged PDF, and a bare
Python interpreter.
"""

from __future__ import annotations

import argparse
import math
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measure import chromium, in_turns, table
from synthetic import write

ROOT = Path(__file__).resolve().parents[1]
XYZ = ROOT / "examples" / "xyz" / "xyz.yaml"
DCSGEN = (sys.executable, "-m", "dcsgen")
PLUGINS = ("--plugins", str(ROOT / "plugins"))
BARE = (sys.executable, "-c", "pass")
CHROMIUM = "Chromium, tagged PDF of the same HTML"
SIZES = (5_000, 20_000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    parser.add_argument("--large-runs", type=int, default=5, help="counted runs of the large descriptions")
    parser.add_argument("--skip-large", action="store_true", help="leave out the 5,000 and 20,000 attributes")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start_up(args.runs)
        documents(args.runs, folder)
        if not args.skip_large:
            growth(args.large_runs, folder)


def start_up(runs: int) -> None:
    """What a command costs before it works."""
    figures = in_turns(
        {
            "python -c pass": BARE,
            "dcsgen --version": (*DCSGEN, "--version"),
            "dcsgen --help": (*DCSGEN, "--help"),
            "dcsgen check xyz.yaml": (*DCSGEN, "check", str(XYZ), *PLUGINS),
        },
        runs,
    )
    table("Start-up", figures, "python -c pass")


def documents(runs: int, folder: Path) -> None:
    """The XYZ statement in each format, and Chromium on the same HTML."""
    commands = {
        "dcsgen, HTML": build("html", folder),
        "dcsgen, HTML, after a change": again("html", folder),
        "dcsgen, tagged PDF": build("pdf", folder),
        "dcsgen, DOCX": build("docx", folder),
        "dcsgen, Markdown": build("md", folder),
    }
    printing = chromium(folder / "xyz.html", folder)
    if printing:
        commands[CHROMIUM] = printing
    figures = in_turns(commands, runs)
    table("The XYZ statement", figures, CHROMIUM)


def growth(runs: int, folder: Path) -> None:
    """Time and memory from 5,000 to 20,000 mapped Attributes."""
    files = {size: write(size, folder) for size in SIZES}
    for format in ("html", "docx", "pdf"):
        commands = {f"{size:,} Attributes, {format}": build(format, folder, file) for size, file in files.items()}
        figures = in_turns(commands, runs, warm_up=0)
        table(f"Growth, {format}", figures, f"{SIZES[0]:,} Attributes, {format}")
        small, large = figures.values()
        ratio = math.log(SIZES[1] / SIZES[0])
        print(f"Growth exponent: time {math.log(large.wall / small.wall) / ratio:.2f}, ", end="")
        print(f"memory {math.log(large.memory / small.memory) / ratio:.2f}\n", flush=True)


def build(format: str, folder: Path, file: Path = XYZ) -> Sequence[str]:
    """The command that builds one format of a description anew."""
    return (*DCSGEN, "build", str(file), *PLUGINS, "--out", str(folder), "--format", format, "--no-cache")


def again(format: str, folder: Path) -> Sequence[str]:
    """The command that builds one format of the XYZ statement as after a change: templates are compiled already."""
    cache = shlex.quote(str(folder / "cache"))
    command = shlex.join(each for each in build(format, folder) if each != "--no-cache")
    return ("sh", "-c", f"rm -rf {cache}/dcsgen/results; XDG_CACHE_HOME={cache} exec {command}")


if __name__ == "__main__":
    main()
