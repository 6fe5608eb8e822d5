"""The cache: what was put in comes out, or nothing does; it is never needed."""

from __future__ import annotations

import multiprocessing
import os
from hashlib import sha256
from pathlib import Path

import pytest

from dcsgen.base import cache
from dcsgen.base.cache import Store

KEY = sha256(b"key").hexdigest()
OTHER = sha256(b"other").hexdigest()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "dcsgen"


def test_results_are_kept_only_where_that_is_wanted(home: Path) -> None:
    assert cache.results() is None
    with cache.keeping(True):
        store = cache.results()
        assert store == Store(home / "results")
        store.put(KEY, b"content")
        assert store.get(KEY) == b"content"
        assert store.get(OTHER) is None
        with cache.keeping(False):
            assert cache.results() is None
            assert cache.cache_folder("templates") is None
    assert cache.results() is None
    assert cache.cache_folder("templates") == home / "templates"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data.replace(b"content", b"contest"),
    ],
)
def test_what_is_damaged_is_not_there(home: Path, damage) -> None:  # type: ignore[no-untyped-def]
    with cache.keeping(True):
        store = cache.results()
        assert store is not None
        store.put(KEY, b"content")
        file = store.folder / KEY
        file.write_bytes(damage(file.read_bytes()))
        assert store.get(KEY) is None
        assert not file.exists()


def test_a_content_under_another_name_is_not_there(home: Path) -> None:
    with cache.keeping(True):
        store = cache.results()
        assert store is not None
        store.put(KEY, b"content")
        (store.folder / KEY).rename(store.folder / OTHER)
        assert store.get(OTHER) is None


def test_what_was_used_last_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(5):
        store.put(f"{number}", b"x" * 968)
        os.utime(tmp_path / f"{number}", (1000 + number, 1000 + number))
    store.get("0")
    (tmp_path / "9.77.part").write_bytes(b"x")
    os.utime(tmp_path / "9.77.part", (1, 1))
    store.prune(3000)
    assert {file.name for file in tmp_path.iterdir()} == {"0", "3", "4"}


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions")
def test_a_folder_of_others_is_not_used(home: Path) -> None:
    (home / "results").mkdir(parents=True)
    (home / "results").chmod(0o770)
    with cache.keeping(True):
        assert cache.results() is None


def test_no_folder_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with cache.keeping(True):
        assert cache.results() is None
    gone = Store(tmp_path / "gone")
    gone.put(KEY, b"content")
    assert gone.get(KEY) is None
    gone.prune(0)
    cache.prune()
    assert cache.kept() == {}
    cache.clear()


def _hammered(folder: Path, content: bytes, failed: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    try:
        _hammer_softly(folder, content)
    except BaseException as error:
        failed.put(repr(error))


def _hammer_softly(folder: Path, content: bytes) -> None:
    store = Store(folder)
    for turn in range(150):
        store.put(KEY, content)
        # Another process may have pruned it, but never is there a part or a mixture.
        assert store.get(KEY) in (None, b"a" * 50_000, b"b" * 60_000)
        if turn % 10 == 0:
            store.prune(0)


def test_each_folder_has_a_limit(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LIMITS", {"results": 150, "templates": 10})
    for name in ("results", "templates"):
        folder = cache.cache_folder(name)
        assert folder is not None
        Store(folder).put(KEY, b"x" * 68)
    cache.prune()
    assert cache.kept() == {"results": cache.Kept(1, 100), "templates": cache.Kept(0, 0)}


def test_processes_do_not_meet(tmp_path: Path) -> None:
    failed: multiprocessing.Queue[str] = multiprocessing.Queue()
    contents = (b"a" * 50_000, b"b" * 60_000)
    workers = [multiprocessing.Process(target=_hammered, args=(tmp_path, each, failed)) for each in contents]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failed.empty()
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".part")] == []


def test_it_can_be_looked_at_and_cleared(home: Path) -> None:
    with cache.keeping(True):
        store = cache.results()
        assert store is not None
        store.put(KEY, b"x" * 68)
    assert cache.kept() == {"results": cache.Kept(1, 100)}
    cache.clear()
    assert not home.exists()
    assert cache.kept() == {}
