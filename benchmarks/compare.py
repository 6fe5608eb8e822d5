"""Facts of differences against DeepDiff on the same plain data, in one process; prints a table in Markdown.

Usage: python benchmarks/compare.py [--runs 5] [--sizes 2000 20000]
Processor time, medians, in turns: both libraries hold two descriptions against each other that are in memory, with one
Attribute in a hundred edited, dropped or new. DeepDiff comes with `pip install --group bench`. The last table is of
whole processes: `dcsgen diff` of two versions of the XYZ description.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from dcsgen import api
from dcsgen.compare import compare
from dcsgen.model import Capability
from measure import in_turns
from synthetic import describe

ROOT = Path(__file__).resolve().parents[1]
XYZ = ROOT / "examples" / "xyz"
PLUGINS = ROOT / "plugins"
SIZES = (2_000, 20_000)


class Taken(NamedTuple):
    """Processor time in seconds, and the number of changes."""

    ours: float
    theirs: float
    changes: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each")
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES, help="Attributes of the two pairs")
    args = parser.parse_args()
    print("| Attributes | changes | dcsgen ms | DeepDiff ms | times faster |\n|---|---|---|---|---|")
    taken = {}
    for size in args.sizes:
        taken[size] = one = pair(size, args.runs)
        ratio = one.theirs / one.ours
        print(
            f"| {size:,} | {one.changes} | {one.ours * 1000:.1f} | {one.theirs * 1000:.0f} | {ratio:.0f} |", flush=True
        )
    small, large = args.sizes
    growth = math.log(taken[large].ours / taken[small].ours) / math.log(large / small)
    print(f"\nGrowth exponent of dcsgen: {growth:.2f}\n")
    whole(args.runs)


def pair(attributes: int, runs: int) -> Taken:
    """Both libraries on two descriptions with so many Attributes."""
    old, new = versions(attributes)
    plain_old, plain_new = msgspec.to_builtins(old), msgspec.to_builtins(new)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(runs + 1):
        ours.append(timed(lambda: compare(old, new)))
        theirs.append(timed(lambda: deep_diff(plain_old, plain_new)))
    changes = len(list(compare(old, new).every()))
    return Taken(statistics.median(ours[1:]), statistics.median(theirs[1:]), changes)


def versions(attributes: int) -> tuple[Capability, Capability]:
    """A description and one in which one Attribute in a hundred is another, read apart, so that they share nothing."""
    old = api.capability_of(dict(describe(attributes)))
    plain = msgspec.to_builtins(old)
    dice = random.Random(1)
    for mapping in plain["attribute_mappings"].values():
        for module in mapping["modules"].values():
            edit(module["attributes"], dice)
    return old, msgspec.json.decode(msgspec.json.encode(plain), type=Capability)


def edit(rows: dict[str, Any], dice: random.Random) -> None:
    """Change one row in a hundred."""
    for key in [key for key in rows if dice.random() < 0.01]:
        what = dice.randrange(4)
        if what == 0:
            del rows[key]
        elif what == 1:
            rows[f"{key}Copy"] = dict(rows[key])
        else:
            rows[key] = {**rows[key], "use": "mandatory", "remark": "Edited."}


def deep_diff(old: Any, new: Any) -> object:
    """What DeepDiff finds."""
    found: object = import_module("deepdiff").DeepDiff(old, new)
    return found


def timed(work: Callable[[], object]) -> float:
    """The processor time that it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def whole(runs: int) -> None:
    """Two versions of the XYZ description, from the files to the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "xyz"
        subprocess.run(["cp", "-r", XYZ, folder], check=True)
        services = folder / "services.yaml"
        text = services.read_text(encoding="utf-8")
        services.write_text(text.replace("role: SCP", "role: SCU", 1), encoding="utf-8")
        words = (sys.executable, "-m", "dcsgen", "diff", str(XYZ / "xyz.yaml"), str(folder / "xyz.yaml"))
        options = ("--plugins", str(PLUGINS), "--exit-zero")
        figures = in_turns({"dcsgen diff": (*words, *options)}, runs)["dcsgen diff"]
    print("| whole process | wall s | min-max | cpu s | peak MiB |\n|---|---|---|---|---|")
    print(
        f"| dcsgen diff of two versions of XYZ | {figures.wall:.3f} | {figures.fastest:.3f}-{figures.slowest:.3f} "
        f"| {figures.cpu:.3f} | {figures.memory:.0f} |"
    )


if __name__ == "__main__":
    main()
