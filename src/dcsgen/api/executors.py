"""Where statements are read side by side: processes of this computer, or the workers of a Dask cluster.

Both are a `concurrent.futures.Executor`, and everything else is the same.
"""

from __future__ import annotations

import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

from msgspec.structs import replace

from dcsgen.api.reading_apart import Outcome, Status, Work, read_apart
from dcsgen.base.errors import DcsgenError, PeerError, UsageError
from dcsgen.base.processes import end_with
from dcsgen.base.text import listed
from dcsgen.version import __version__

LOSSES = 3
"""How often a worker may be lost before the file that it read is left alone."""

PATIENCE = 15.0
"""Seconds in which a cluster has to answer."""


class Workers(NamedTuple):
    """Those who read: `start` gives an executor, again if that is lost; `width` is how many files are read at once.

    `elsewhere` are workers that may not see the files, and are sent what is in them.
    """

    start: Callable[[], AbstractContextManager[Executor]]
    width: Callable[[], int]
    elsewhere: bool = False


def read_each(works: Iterable[Work], workers: Workers, done: Callable[[Work, Outcome], None]) -> None:
    """Have each file read; `done` is told what came of it, in any order and once for each.

    A file whose worker is lost is read again by another one, some times. Raises `DcsgenError` if all workers are
    gone, or what `done` raises: what it was told until then is done.
    """
    waiting = deque(works)
    losses: Counter[str] = Counter()
    while waiting:
        running: dict[Future[Outcome], Work] = {}
        try:
            with workers.start() as executor:
                _feed(executor, waiting, running, workers, done)
        except BrokenExecutor:
            # Which of the files it was about, nobody can tell.
            lost = list(running.values())
            losses.update(work.sha256 for work in lost)
            for work in lost:
                if losses[work.sha256] < LOSSES:
                    waiting.append(work)
                else:
                    done(work, _lost(f"{LOSSES} times"))


def _feed(
    executor: Executor,
    waiting: deque[Work],
    running: dict[Future[Outcome], Work],
    workers: Workers,
    done: Callable[[Work, Outcome], None],
) -> None:
    """Keep an executor busy until nothing waits. Few files more than are read at once are on their way."""
    while waiting or running:
        while waiting and len(running) < 2 * max(1, workers.width()):
            work = waiting.popleft()
            try:
                running[executor.submit(read_apart, _with_content(work) if workers.elsewhere else work)] = work
            except OSError as error:
                done(work, Outcome(Status.FAILED, f"it cannot be read here: {error.strerror or error}"))
            except BrokenExecutor:
                waiting.append(work)
                raise
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            try:
                outcome = future.result()
            except BrokenExecutor:
                raise
            except CancelledError:
                raise PeerError(
                    "the cluster has gone; what was read until then is kept, and a new run goes on"
                ) from None
            except Exception as error:
                outcome = _lost(f"{type(error).__name__}: {error}".splitlines()[0])
            done(running.pop(future), outcome)


def _with_content(work: Work) -> Work:
    return replace(work, content=work.file.read_bytes())


def _lost(how: str) -> Outcome:
    return Outcome(Status.FAILED, f"the worker that read it was lost ({how})")


def processes(jobs: int) -> Workers:
    """Processes of this computer."""
    return Workers(partial(_pool, jobs), lambda: jobs)


@contextmanager
def _pool(jobs: int) -> Iterator[Executor]:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(os.getpid(),))
    try:
        yield pool
    except BaseException:
        # What is on its way is not waited for: it would keep Ctrl-C from working.
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(parent)


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of the Dask cluster whose scheduler has an address, such as `tcp://10.0.0.5:8786`.

    Raises `UsageError` if Dask is not installed here, `PeerError` if no scheduler answers or it has no workers, and
    `DcsgenError` if a worker has not the same dcsgen.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        hint = "pip install 'dcsgen[cluster]'"
        raise UsageError(f"for --scheduler, dask.distributed has to be installed: {hint}") from error
    with _quiet():
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise PeerError(f"no Dask scheduler answers at {address} within {PATIENCE:g} s") from error
        with client:
            _see_to_versions(client, address)
            yield Workers(partial(_executor, client), partial(_threads, client), elsewhere=True)


@contextmanager
def _executor(client: Any) -> Iterator[Executor]:
    executor = client.get_executor(pure=False)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False)


def _threads(client: Any) -> int:
    return int(sum(client.nthreads().values()))


def _see_to_versions(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise PeerError(f"the Dask scheduler at {address} has no workers") from error
    found: dict[str, Any] = client.run(_version, on_error="return")
    for worker, version in sorted(found.items()):
        if version != __version__:
            has = f"dcsgen {version}" if isinstance(version, str) else "no dcsgen"
            raise DcsgenError(
                f"the worker {worker} of the cluster has {has}, and here it is dcsgen {__version__}: "
                f"install {listed(['the same version', 'its extra dcsgen[import]'], 'and')} on all of them"
            )


def _version() -> str:
    from dcsgen.version import __version__

    return __version__


@contextmanager
def _quiet() -> Iterator[None]:
    """While entered, what Dask logs about workers that come and go is not printed; results tell what matters."""
    import logging

    logger = logging.getLogger("distributed")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
