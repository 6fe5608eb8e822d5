"""The same folder, read by the workers of a Dask cluster, of which one is killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from libraries import CT, IMPLICIT, library, statement

from dcsgen import api
from dcsgen.api import Host, ImportedFolder, executors
from dcsgen.api.reading_apart import Outcome, Status, Work
from dcsgen.base.errors import DcsgenError, PeerError, UsageError

COUNT = 24


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of two workers on this computer."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, scheduler_port=0
    ) as found:
        yield found


def pids(address: str) -> dict[str, int]:
    import distributed

    with distributed.Client(address, set_as_default=False) as client:
        found: dict[str, int] = client.run(os.getpid)
    return found


@pytest.mark.slow
def test_a_worker_may_be_killed(cluster: Any, host: Host, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(COUNT):
        text = statement(f"P{number}", [(CT, "SCU", [IMPLICIT])])
        (tmp_path / "in" / f"p{number:02}.md").write_text(text)
    before = pids(cluster.scheduler_address)
    victim = min(before.values())
    told: list[int] = []

    def progress(what: str, done: int, total: int) -> None:
        if what == "reading statements":
            told.append(done)
            if done == 3:
                os.kill(victim, signal.SIGKILL)

    found = api.import_folder(
        tmp_path / "in", tmp_path / "out", host, scheduler=cluster.scheduler_address, progress=progress
    )
    assert len(before) == 2
    assert victim not in pids(cluster.scheduler_address).values()
    assert (len(found.read), found.troubles) == (COUNT, ())
    assert told == list(range(COUNT + 1))
    assert len(list((tmp_path / "out").glob("*.draft.*"))) == COUNT
    with sqlite3.connect(tmp_path / "out" / "catalog.sqlite") as catalog:
        assert catalog.execute("SELECT count(*), count(DISTINCT name) FROM documents").fetchone() == (COUNT, COUNT)
        assert catalog.execute("SELECT count(*) FROM services").fetchone() == (COUNT,)


@pytest.mark.slow
def test_a_cluster_reads_what_processes_read(
    cluster: Any, host: Host, imported: tuple[Path, Path, ImportedFolder], tmp_path: Path
) -> None:
    folder, out, here = imported
    there = api.import_folder(folder, tmp_path / "drafts", host, scheduler=cluster.scheduler_address)
    assert there == here
    for draft in out.glob("*.draft.*"):
        assert (tmp_path / "drafts" / draft.name).read_bytes() == draft.read_bytes()


@pytest.mark.slow
def test_workers_with_another_dcsgen_are_refused(
    cluster: Any, host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "__version__", "99.0")
    with pytest.raises(DcsgenError, match=r"has dcsgen .*, and here it is dcsgen 99\.0"):
        api.import_folder(library(tmp_path / "in"), tmp_path / "out", host, scheduler=cluster.scheduler_address)


def test_no_scheduler_answers(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "PATIENCE", 0.3)
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
