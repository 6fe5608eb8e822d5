"""Facts of differences against DeepDiff on the same plain data, in one process; prints tables in Markdown.

Usage: python benchmarks/compare.py [--runs 5] [--sizes 2000 20000 200000] [--limit 900]
Processor time, medians, in turns: both libraries hold two descriptions against each other that are in memory, with one
Attribute in a hundred edited, dropped or new; dcsgen also with verdicts and the report in JSON. That both find the same
Attributes is asserted. From `PATIENCE` Attributes on, DeepDiff runs once, after the others, in a copy of the process
that is stopped after `--limit` seconds of processor time. DeepDiff comes with `pip install --group bench`.
Before that stand `dcsgen diff` of two versions of the XYZ description, as a whole process, and the memory of processes
that hold two descriptions: before they compare, at most while they do, and at most until the report is written.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import random
import re
import resource
import signal
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
SIZES = (2_000, 20_000, 200_000)
PATIENCE = 100_000


class Taken(NamedTuple):
    """Processor time in seconds, of facts alone and with rules and the report in JSON; what was compared and found.

    `theirs` is None if DeepDiff was stopped.
    """

    ours: float
    whole: float
    theirs: float | None
    nodes: int
    changes: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="Attributes of the pairs")
    parser.add_argument("--limit", type=int, default=900, help="seconds that DeepDiff may take for a large pair")
    parser.add_argument("--memory", type=int, metavar="SIZE", help="only say how much memory one pair needs")
    args = parser.parse_args()
    if args.memory:
        memory(args.memory)
        return
    # The kernel counts the memory of this process into that of those that it starts: so these come first.
    whole(args.runs)
    print("\n| Attributes | MiB held | peak MiB, facts | peak MiB, facts, rules, JSON |\n|---|---|---|---|")
    for size in args.sizes:
        words = (sys.executable, __file__, "--memory", str(size))
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        print(f"| {size:,} | {done.stdout.strip()} |", flush=True)
    print()
    heads = (
        "Attributes | nodes | changes | facts ms | facts, rules, JSON ms | DeepDiff ms | times faster | times with all"
    )
    print(f"| {heads} |\n|{'---|' * 8}")
    taken = {}
    for size in args.sizes:
        taken[size] = one = pair(size, args.runs, args.limit)
        print(f"| {size:,} | {one.nodes:,} | {one.changes:,} | {figures(one, args.limit)} |", flush=True)
    print("\n| growth exponent | facts | facts, rules, JSON |\n|---|---|---|")
    for small, large in zip(args.sizes, args.sizes[1:], strict=False):
        first, second = taken[small], taken[large]
        growth = [math.log(b / a) / math.log(large / small) for a, b in zip(first[:2], second[:2], strict=True)]
        print(f"| {small:,} to {large:,} | {growth[0]:.2f} | {growth[1]:.2f} |")


def figures(one: Taken, limit: int) -> str:
    """Times and ratios of a pair, as cells."""
    ours = f"{one.ours * 1000:.1f} | {one.whole * 1000:.1f}"
    if one.theirs is None:
        ratios = f"more than {limit / one.ours:.0f} | more than {limit / one.whole:.0f}"
        return f"{ours} | more than {limit * 1000:,} | {ratios}"
    return f"{ours} | {one.theirs * 1000:.0f} | {one.theirs / one.ours:.0f} | {one.theirs / one.whole:.0f}"


def pair(attributes: int, runs: int, limit: int) -> Taken:
    """Both libraries on two descriptions with so many Attributes."""
    old, new = versions(attributes)
    plain_old, plain_new = msgspec.to_builtins(old), msgspec.to_builtins(new)
    host = api.open_host(vendors=False)
    report = {reporter.name: reporter for _, reporter in host.change_reporters}["json"]
    ours: list[float] = []
    both: list[float] = []
    theirs: list[float] = []
    for _ in range(runs + 1):
        ours.append(timed(lambda: compare(old, new)))
        both.append(timed(lambda: report.write(api.diff(old, new, host), False)))
        if attributes < PATIENCE:
            theirs.append(timed(lambda: deep_diff(plain_old, plain_new)))
    first, second = (statistics.median(times[1:]) for times in (ours, both))
    found = touched(old, new)
    if attributes < PATIENCE:
        assert touched_by(deep_diff(plain_old, plain_new)) == found
        third: float | None = statistics.median(theirs[1:])
    else:
        third = limited(lambda: touched_by(deep_diff(plain_old, plain_new)) == found, limit)
    return Taken(first, second, third, nodes(plain_old), len(list(compare(old, new).every())))


def nodes(value: Any) -> int:
    """How many mappings, lists and single values there are."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(nodes, inner))


def touched(old: Capability, new: Capability) -> set[tuple[str, ...]]:
    """The Attributes in which dcsgen finds a difference: mapping, Module and path."""
    return {
        tuple(str(change.path[step]) for step in (1, 3, 5))
        for change in compare(old, new).every()
        if change.path[0] == "attribute_mappings"
    }


def touched_by(found: Any) -> set[tuple[str, ...]]:
    """The same of what DeepDiff has found."""
    paths = [path for paths in found.values() for path in paths]
    steps = (re.findall(r"\['([^']*)'\]|\[\"([^\"]*)\"\]", path) for path in paths)
    named = ([one or other for one, other in each] for each in steps)
    return {(each[1], each[3], each[5]) for each in named if each[0] == "attribute_mappings"}


def limited(work: Callable[[], bool], seconds: int) -> float | None:
    """The processor time that some work takes in a copy of this process; None if it was stopped for taking too long."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds, resource.RLIM_INFINITY))
        os._exit(0 if work() else 1)
    _, status, usage = os.wait4(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return None
    assert status == 0, "DeepDiff failed, or finds other Attributes"
    return usage.ru_utime + usage.ru_stime


def memory(attributes: int) -> None:
    """Print the MiB of this process with both descriptions, and the most after comparing and after the report."""
    old, new = versions(attributes)
    host = api.open_host(vendors=False)
    report = {reporter.name: reporter for _, reporter in host.change_reporters}["json"]
    gc.collect()
    # What it took to make the descriptions does not count.
    Path("/proc/self/clear_refs").write_text("5")
    found = [resident("VmRSS")]
    compare(old, new)
    found.append(resident("VmHWM"))
    report.write(api.diff(old, new, host), False)
    print(" | ".join(f"{each:.0f}" for each in [*found, resident("VmHWM")]))


def resident(which: str) -> float:
    """MiB of this process: now (`VmRSS`) or at most (`VmHWM`); Linux only."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{which}:")) / 1024


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
