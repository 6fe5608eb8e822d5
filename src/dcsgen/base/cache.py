"""What can be made again at any time, kept in `dcsgen` in the user's cache folder."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

RESULTS, TEMPLATES, LOCALES = "results", "templates", "locales"
"""The folders of what has been made, of compiled templates, and of compiled catalogues of messages."""

LIMITS = {RESULTS: 512 * 1024 * 1024, TEMPLATES: 64 * 1024 * 1024, LOCALES: 16 * 1024 * 1024}
"""Bytes that are kept in each folder: of compiled templates what was made last, of the others what was used last."""

_ABANDONED = 3600.0
"""Seconds after which a file that was never finished belongs to nobody."""

_KEEPING: ContextVar[bool | None] = ContextVar("keeping", default=None)


def cache_folder(name: str) -> Path | None:
    """A folder of this name that nobody but the user can write to, made if need be; None if there can be none.

    It is in the folder that `home` gives. There is none inside of `keeping(False)`.
    """
    if _KEEPING.get() is False:
        return None
    try:
        folder = home() / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        safe = os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
        return folder if safe and os.access(folder, os.W_OK) else None
    except (OSError, RuntimeError):
        return None


def home() -> Path:
    """Where dcsgen keeps things, whether there is such a folder or not; `RuntimeError` if the user has no home.

    `dcsgen` in `XDG_CACHE_HOME`, otherwise where the system has caches: `~/.cache`, `~/Library/Caches` of macOS, the
    local application data of Windows.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "dcsgen"
    if os.name == "nt" and Path(local := os.environ.get("LOCALAPPDATA", "")).is_absolute():
        return Path(local) / "dcsgen" / "Cache"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "dcsgen"


@contextmanager
def keeping(results: bool) -> Iterator[None]:
    """Inside, results are kept and used again, or nothing is. Outside, compiled templates are, but no results."""
    before = _KEEPING.set(results)
    try:
        yield
    finally:
        _KEEPING.reset(before)


def results() -> Store | None:
    """What has been made before; None outside of `keeping(True)`, and where no folder can be had."""
    folder = cache_folder(RESULTS) if _KEEPING.get() else None
    return Store(folder) if folder else None


class Store(NamedTuple):
    """Contents by keys, which are hexadecimal hashes of everything that a content depends on.

    Several processes may use it at once. What is not whole, or not what was put in, is not there. Nothing is raised:
    a full disk means that less is kept.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The content of a key; None if there is none."""
        file = self.folder / key
        try:
            data = file.read_bytes()
            found, content = data[:32], data[32:]
            if found != _seal(key, content):
                file.unlink(missing_ok=True)
                return None
            # What was used last is kept longest.
            os.utime(file)
        except OSError:
            return None
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep a content."""
        file = self.folder / key
        unfinished = file.with_name(f"{key}.{os.getpid()}.part")
        try:
            unfinished.write_bytes(_seal(key, content) + content)
            unfinished.replace(file)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()

    def prune(self, limit: int) -> None:
        """Remove what was not used for the longest time until no more than `limit` bytes are left."""
        total = 0
        for used, size, file in sorted(_files(self.folder), reverse=True):
            total += size
            if total > limit or (file.endswith(".part") and used < time.time() - _ABANDONED):
                with suppress(OSError):
                    Path(file).unlink()


def prune() -> None:
    """Remove what is too much in each folder."""
    for name, limit in LIMITS.items():
        if (folder := cache_folder(name)) is not None:
            Store(folder).prune(limit)


def _seal(key: str, content: bytes) -> bytes:
    return sha256(key.encode() + content).digest()


def _files(folder: str | Path) -> Iterator[tuple[float, int, str]]:
    """The files below a folder, with when they were used and how large they are."""
    # There may be thousands; a `Path` for each would take longer than to look at it.
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
                continue
            # Another process may have removed it meanwhile.
            with suppress(OSError):
                found = entry.stat()
                yield found.st_mtime, found.st_size, entry.path


class Kept(NamedTuple):
    """How much is kept: the number of files, and their bytes."""

    files: int
    size: int


def kept() -> dict[str, Kept]:
    """How much there is in each folder of the cache, by its name."""
    folders = sorted(one for one in home().iterdir() if one.is_dir()) if home().is_dir() else []
    sizes = {folder.name: [size for _, size, _ in _files(folder)] for folder in folders}
    return {name: Kept(len(found), sum(found)) for name, found in sizes.items()}


def clear() -> None:
    """Remove everything that is kept. Raises `OSError` if that cannot be done."""
    from shutil import rmtree

    if home().is_dir():
        rmtree(home())
