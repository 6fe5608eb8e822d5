"""Measures whole processes: wall time, processor time and peak memory, in turns, so that drift hits all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
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


def once(command: Sequence[str]) -> Sample:
    """Run a command to its end; raises `CalledProcessError` if it fails. Memory is of its largest process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turns(commands: Mapping[str, Sequence[str]], runs: int = 5, warm_up: int = 1) -> dict[str, Figures]:
    """The figures of several commands, run A B C, A B C, … after a warm-up that is not counted."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for turn in range(-warm_up, runs):
        for name, command in commands.items():
            sample = once(command)
            if turn >= 0:
                samples[name].append(sample)
    return {name: _figures(found) for name, found in samples.items()}


def _figures(samples: Sequence[Sample]) -> Figures:
    walls = [sample.wall for sample in samples]
    return Figures(
        wall=statistics.median(walls),
        cpu=statistics.median(sample.cpu for sample in samples),
        memory=statistics.median(sample.memory for sample in samples),
        fastest=min(walls),
        slowest=max(walls),
        runs=len(samples),
    )
