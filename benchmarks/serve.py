"""From a save to the page that is ready, against `dcsgen build --format html` in the same run; prints a table.

Usage: python benchmarks/serve.py [--runs 9]
The XYZ description is served; one text of it is changed and saved, and the clock runs until the new document has been
read from the server, as a browser would. A build is a whole process. Medians, in turns.
"""

from __future__ import annotations

import argparse
import http.client
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"
TEXT = "function: |\n"
LIMIT = 1.0
"""Seconds that the documentation promises."""


class Browser:
    """What a browser does: it listens to the events, and takes the document when there is another."""

    def __init__(self, port: int) -> None:
        self._port = port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/events")
        self._events = connection.getresponse()
        self._page = self._told()

    def _told(self) -> str:
        line = b""
        while not line.startswith(b"data: "):
            line = self._events.readline()
        return str(json.loads(line.removeprefix(b"data: "))["page"])

    def document(self) -> bytes:
        """The next document, when it is there."""
        before = self._page
        while self._page == before:
            self._page = self._told()
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.request("GET", "/document")
        return connection.getresponse().read()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="counted turns")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        served, built = measured(Path(name), args.runs)
    base = statistics.median(built)
    print(f"### XYZ, after a change to one text ({args.runs} turns)\n")
    print("| | wall s | min-max | times `dcsgen build` |\n|---|---|---|---|")
    for what, walls in (("dcsgen build --format html", built), ("dcsgen serve, save to page", served)):
        wall = statistics.median(walls)
        print(f"| {what} | {wall:.3f} | {min(walls):.3f}-{max(walls):.3f} | {wall / base:.2f} |")
    median = statistics.median(served)
    verdict = "under" if median < LIMIT else "NOT under"
    print(f"\nSave to page: {median / base:.2f} of a build; {verdict} {LIMIT:.0f} s.")


def measured(folder: Path, runs: int) -> tuple[list[float], list[float]]:
    """Seconds of each turn: from the save to the document, and of a build."""
    shutil.copytree(ROOT / "examples" / "xyz", folder / "xyz")
    file = folder / "xyz" / "xyz.yaml"
    text = file.read_text("utf-8")
    assert TEXT in text
    dcsgen = (sys.executable, "-m", "dcsgen")
    build = (*dcsgen, "build", str(file), "--plugins", str(PLUGINS), "--out", str(folder), "--format", "html")
    serve = (*dcsgen, "serve", str(file), "--plugins", str(PLUGINS))
    served, built = [], []
    with subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            browser = Browser(int(process.stdout.readline().rstrip("/\n").rpartition(":")[2]))
            for turn in range(-1, runs):
                word = f"Turn{turn + 1}"
                new = text.replace(TEXT, f"{TEXT}      {word} of the benchmark.\n", 1)
                begin = time.perf_counter()
                file.write_text(new, "utf-8")
                content = browser.document()
                middle = time.perf_counter()
                assert f"{word} of the benchmark".encode() in content
                subprocess.run(build, check=True, capture_output=True)
                end = time.perf_counter()
                if turn >= 0:
                    served.append(middle - begin)
                    built.append(end - middle)
        finally:
            process.terminate()
    return served, built


if __name__ == "__main__":
    main()
