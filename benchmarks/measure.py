"""Measures whole processes: wall time, processor time and peak memory, in turns, so that drift hits all alike."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """One finished process. Times in seconds, memory in MiB; children that it waited for are included."""

    wall: float
    cpu: float
    memory: float


class Figures(NamedTuple):
    """Medians over the runs of one command, with the spread of the wall time."""

    wall: float
    cpu: float
    memory: float
    fastest: float
    slowest: float
    runs: int


def chromium(page: Path, folder: Path) -> list[str] | None:
    """The command by which Chromium prints a page to a tagged PDF in a folder; None if there is no Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        return None
    switches = "headless no-sandbox disable-gpu disable-background-networking disable-component-update disable-sync"
    return [
        found,
        *(f"--{switch}" for switch in (*switches.split(), "no-first-run")),
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={folder / 'chromium.pdf'}",
        page.as_uri(),
    ]


def once(command: Sequence[str], **environment: str) -> Sample:
    """Run a command to its end; raises `CalledProcessError` if it fails. Memory is of its largest process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def memory_of_all(command: Sequence[str], **environment: str) -> float:
    """The most MiB that a command and all its processes hold together, of shared pages each its share; Linux only."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_share, _tree(process.pid))))
        time.sleep(0.1)
    return most / 1024


def _tree(root: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(place.parent.name)] = int(place.read_text().rpartition(")")[2].split()[1])
    found = [root]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def _share(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def in_turns(commands: Mapping[str, Sequence[str]], runs: int = 5, warm_up: int = 1) -> dict[str, Figures]:
    """The figures of several commands, run A B C, A B C, … after a warm-up that is not counted."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for turn in range(-warm_up, runs):
        for name, command in commands.items():
            sample = once(command)
            if turn >= 0:
                samples[name].append(sample)
    return {name: figures_of(found) for name, found in samples.items()}


def figures_of(samples: Sequence[Sample]) -> Figures:
    """Their medians."""
    walls = [sample.wall for sample in samples]
    return Figures(
        wall=statistics.median(walls),
        cpu=statistics.median(sample.cpu for sample in samples),
        memory=statistics.median(sample.memory for sample in samples),
        fastest=min(walls),
        slowest=max(walls),
        runs=len(samples),
    )


def table(title: str, figures: Mapping[str, Figures], reference: str) -> None:
    """Print figures in Markdown, with the ratio of the wall time to a reference."""
    base = figures.get(reference)
    print(f"### {title}\n\n| | wall s | min-max | cpu s | peak MiB | times {reference} |\n|---|---|---|---|---|---|")
    for name, f in figures.items():
        ratio = f"{f.wall / base.wall:.2f}" if base else "-"
        print(f"| {name} | {f.wall:.3f} | {f.fastest:.3f}-{f.slowest:.3f} | {f.cpu:.3f} | {f.memory:.0f} | {ratio} |")
    print(flush=True)
