"""Seconds in which `dcsgen import` reads a PDF, against plain pdfplumber, which looks for tables on all pages.

Each is a process of its own; both take turns. Prints a table in Markdown: seconds per 100 pages, the ratio, and the
peak memory of all processes of a run together. With --pages, the pages of the file are repeated up to that many.

Usage: python benchmarks/import_speed.py PDF [--runs 3] [--pages 500]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from subprocess import Popen

import pypdfium2  # type: ignore[import-untyped]

PLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        page.extract_tables()
        page.close()
"""
OURS = """
import sys
from pathlib import Path
from dcsgen import api
from dcsgen.api.importing import read_draft
if __name__ == "__main__":
    read_draft(Path(sys.argv[1]), api.open_host(vendors=False), processes=int(sys.argv[2]))
"""


def once(script: Path, *words: str) -> tuple[float, float]:
    """Seconds of a run, and the peak memory of its processes together in MB."""
    start = time.perf_counter()
    process = Popen([sys.executable, str(script), *words])
    peak = 0.0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, memory(process.pid))

    watching = threading.Thread(target=watch)
    watching.start()
    code = process.wait()
    took = time.perf_counter() - start
    done.set()
    watching.join()
    if code:
        raise SystemExit(f"{script.name} ended with {code}")
    return took, peak


def memory(pid: int) -> float:
    """What a process and those that it started hold, in MB."""
    total = 0.0
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                total += int(line.split()[1]) / 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(memory(int(child)) for child in (task / "children").read_text().split())
    except OSError:
        pass
    return total


def repeated(file: Path, pages: int, folder: Path) -> Path:
    """A file with so many pages, those of another one again and again."""
    source, made = pypdfium2.PdfDocument(file), pypdfium2.PdfDocument.new()
    while len(made) < pages:
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
    made.save(folder / "repeated.pdf")
    return folder / "repeated.pdf"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, default=0, help="repeat the pages up to so many")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = repeated(args.pdf, args.pages, folder) if args.pages else args.pdf
        count = len(pypdfium2.PdfDocument(file))
        plumber, ours = folder / "plumber.py", folder / "ours.py"
        plumber.write_text(PLUMBER)
        ours.write_text(OURS)
        runs = {
            "pdfplumber, extract_tables on all pages": (plumber, [str(file)]),
            "dcsgen, one process": (ours, [str(file), "1"]),
            "dcsgen, two processes": (ours, [str(file), "2"]),
        }
        found: dict[str, list[tuple[float, float]]] = {what: [] for what in runs}
        for _ in range(args.runs):
            for what, (script, words) in runs.items():
                found[what].append(once(script, *words))
    plain = median(took for took, _ in next(iter(found.values())))
    print(f"| {args.pdf.name}, {count} pages | s per 100 pages | times pdfplumber | peak MB |\n|---|---|---|---|")
    for what, figures in found.items():
        took, peak = median(each for each, _ in figures), max(each for _, each in figures)
        print(f"| {what} | {took / count * 100:.2f} | {took / plain:.2f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
