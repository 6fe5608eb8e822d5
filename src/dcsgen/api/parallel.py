"""Work on many files in several processes, where that is quicker than one after the other."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from dcsgen.api.one_file import Checked, check_file
from dcsgen.base.errors import DcsgenError
from dcsgen.check.run import Offered
from dcsgen.host import Host, Opening, open_host

FORKED, STARTED = 32 * 1024, 256 * 1024
"""Bytes of all files together from which more processes are quicker: copies of this one, and such that start anew.

A KiB takes 0.6 ms in a file that stands alone, up to 6 ms in one that draws others in. Two copies are ready after
20 ms, two processes that import everything again after 210 ms; two cores save half of the rest. Both bounds lie
between the two sorts of files.
"""

MOST_WORKERS = 8


def workers_for(files: Sequence[Path], jobs: int | None) -> int:
    """How many processes to use: `jobs` if it is a number, otherwise one for each core if the files are worth it.

    Never more than there are files; 1 means this process.
    """
    wanted = jobs or (min(_cores(), MOST_WORKERS) if sum(map(_size, files)) >= _worth_it() else 1)
    return max(1, min(wanted, len(files)))


def _worth_it() -> int:
    from multiprocessing import get_all_start_methods, get_start_method

    # Asked in this way, it does not become fixed for the program that uses this library.
    method = get_start_method(allow_none=True) or get_all_start_methods()[0]
    return FORKED if method == "fork" else STARTED


def _cores() -> int:
    # What this process may use, which is less than the machine has in a container.
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0


def check_each(
    works: Sequence[tuple[Path, Sequence[Offered]]], host: Host, workers: int, tell: Callable[[Path], None]
) -> list[Checked]:
    """Each file checked by its rules, in the order of the files; `tell` is told of each that is done, in any order.

    A host that was not made by `open_host` cannot be made again elsewhere, so all its files are checked here.
    Raises `DcsgenError` if a process dies, which a plug-in or a lack of memory may cause.
    """
    if workers < 2 or host.opening is None:
        results = []
        for file, rules in works:
            results.append(check_file(file, host, rules))
            tell(file)
        return results
    return _in_processes(works, host.opening, workers, tell)


def _in_processes(
    works: Sequence[tuple[Path, Sequence[Offered]]], opening: Opening, workers: int, tell: Callable[[Path], None]
) -> list[Checked]:
    from concurrent.futures import as_completed
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    # Ctrl-C goes to all processes of a terminal; the one that started the others is enough to end them.
    pool = ProcessPoolExecutor(workers, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        futures = {pool.submit(_check, file, opening, _codes(rules)): file for file, rules in works}
        for future in as_completed(futures):
            future.result()
            tell(futures[future])
        return [future.result() for future in futures]
    except BrokenProcessPool:
        reason = "a process that checked some of the files ended without an answer"
        raise DcsgenError(f"{reason}; `--jobs 1` checks them all in one and shows where it happens") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _codes(rules: Sequence[Offered]) -> frozenset[str]:
    return frozenset(offered.rule.kind.code for offered in rules)


def _check(file: Path, opening: Opening, codes: frozenset[str]) -> Checked:
    return check_file(file, _opened(opening), _rules(opening, codes))


@cache
def _opened(opening: Opening) -> Host:
    """The host in another process, once for all its files."""
    return open_host(folders=opening.folders, vendors=opening.vendors)


@cache
def _rules(opening: Opening, codes: frozenset[str]) -> tuple[Offered, ...]:
    return tuple(Offered(*pair) for pair in _opened(opening).lint_rules if pair[1].kind.code in codes)
