"""The same folder, read by the workers of a Dask cluster, of which one is killed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from libraries import CT, IMPLICIT, library, statement

from dcsgen import api
from dcsgen.api import Host, executors
from dcsgen.api.reading_apart import Outcome, Status, Work
from dcsgen.base.errors import DcsgenError, PeerError, UsageError
from dcsgen.version import __version__

COUNT = 24

PATIENCE = 120.0
"""Seconds for anything to happen on a busy machine."""

IMPORT = """
import sys
from pathlib import Path
import distributed
from dcsgen import api

folder, out, address = sys.argv[1:]
with distributed.Client(address, set_as_default=False) as client:
    client.wait_for_workers(2, timeout=100)
found = api.import_folder(Path(folder), Path(out), api.open_host(vendors=False), scheduler=address)
print(len(found.read), len(found.troubles), [one.sentence for one in found.troubles])
"""


class Cluster:
    """A scheduler and two workers that are there already, each a process of its own."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._stack = stack
        self._file = folder / "scheduler.json"
        self._start("dask_scheduler", "--port", "0", "--no-dashboard")
        until = time.monotonic() + PATIENCE
        while not self._file.is_file() and time.monotonic() < until:
            time.sleep(0.05)
        self.address = json.loads(self._file.read_text())["address"]
        self.workers = [self._start("dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(2)]

    def _start(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", "--scheduler-file", str(self._file), *words]
        process = self._stack.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed")
    with ExitStack() as stack:
        yield Cluster(tmp_path, stack)


@pytest.mark.slow
def test_a_worker_may_be_killed(cluster: Cluster, host: Host, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(COUNT):
        text = statement(f"P{number}", [(CT, "SCU", [IMPLICIT])])
        (tmp_path / "in" / f"p{number:02}.md").write_text(text)
    out = tmp_path / "out"
    # In a process of its own: Dask leaves threads behind, beside which no other test could copy its process.
    words = [sys.executable, "-c", IMPORT, str(tmp_path / "in"), str(out), cluster.address]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as run:
        until = time.monotonic() + PATIENCE
        while len(list(out.glob("*.draft.*"))) < 3 and run.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        assert all(worker.poll() is None for worker in cluster.workers)
        cluster.workers[0].kill()
        done_before = len(list(out.glob("*.draft.*")))
        told, _ = run.communicate(timeout=PATIENCE)
    assert 3 <= done_before < COUNT
    assert told == f"{COUNT} 0 []\n"
    with sqlite3.connect(out / "catalog.sqlite") as catalog:
        assert catalog.execute("SELECT count(*), count(DISTINCT name) FROM documents").fetchone() == (COUNT, COUNT)
        assert catalog.execute("SELECT count(*) FROM services").fetchone() == (COUNT,)
    api.import_folder(tmp_path / "in", tmp_path / "here", host, jobs=1)
    drafts = {draft.name: draft.read_bytes() for draft in out.glob("*.draft.*")}
    assert drafts == {draft.name: draft.read_bytes() for draft in (tmp_path / "here").glob("*.draft.*")}
    assert len(drafts) == COUNT


def with_client(monkeypatch: pytest.MonkeyPatch, make: Any) -> None:
    """Have another Dask, whose client is made by `make`."""
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=make))


def client_with(versions: dict[str, Any]) -> Any:
    def wait_for_workers(number: int, timeout: float) -> None:
        if not versions:
            raise TimeoutError

    class Client:
        __enter__ = __exit__ = lambda self, *_: None

        def __init__(self, *_: object, **__: object) -> None:
            self.wait_for_workers = wait_for_workers

        def run(self, *_: object, **__: object) -> dict[str, Any]:
            return versions

    return Client


@pytest.mark.parametrize(
    ("versions", "error", "said"),
    [
        ({}, PeerError, "has no workers"),
        ({"tcp://b:1": "0.0.1"}, DcsgenError, "the worker tcp://b:1 of the cluster has dcsgen 0.0.1, and here it is"),
        ({"tcp://a:1": __version__, "tcp://b:1": ImportError()}, DcsgenError, "worker tcp://b:1 .* has no dcsgen"),
    ],
)
def test_workers_that_cannot_read_are_refused(
    host: Host,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    versions: dict[str, Any],
    error: type[DcsgenError],
    said: str,
) -> None:
    with_client(monkeypatch, client_with(versions))
    with pytest.raises(error, match=said):
        api.import_folder(library(tmp_path / "in"), tmp_path / "out", host, scheduler="tcp://a:8786")
    assert not os.path.lexists(tmp_path / "out")


def test_no_scheduler_answers(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("Timed out trying to connect")

    with_client(monkeypatch, refused)
    with pytest.raises(PeerError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        api.import_folder(library(tmp_path / "in"), tmp_path / "out", host, scheduler="tcp://127.0.0.1:9")


def test_dask_is_not_installed(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'dcsgen\[cluster\]'"):
        api.import_folder(library(tmp_path / "in"), tmp_path / "out", host, scheduler="tcp://127.0.0.1:9")


class Breaking(Executor):
    """An executor that answers `answers` times, and then is broken."""

    def __init__(self, answers: int) -> None:
        self.answers = answers

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.answers -= 1
        if self.answers >= 0:
            future.set_result(Outcome(Status.READ))
        else:
            future.set_exception(BrokenProcessPool("gone"))
        return future


def read_through(answers: list[int], works: list[Work]) -> list[tuple[str, Status]]:
    left = iter(answers)

    @contextmanager
    def start() -> Iterator[Executor]:
        yield Breaking(next(left))

    done: list[tuple[str, Status]] = []
    workers = executors.Workers(start, lambda: 1)
    executors.read_each(works, workers, lambda work, outcome: done.append((work.sha256, outcome.status)))
    return done


def works(host: Host) -> list[Work]:
    assert host.opening is not None
    return [Work(file=Path(name), sha256=name, opening=host.opening) for name in "abcd"]


def test_what_a_lost_worker_read_is_read_again(host: Host) -> None:
    assert sorted(read_through([1, 1, 9], works(host))) == [(name, Status.READ) for name in "abcd"]


def test_a_file_that_loses_all_workers_is_left_alone(host: Host) -> None:
    assert read_through([0, 0, 0], works(host)[:1]) == [("a", Status.FAILED)]
