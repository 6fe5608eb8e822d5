"""Writing result files: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dcsgen.base.errors import OutputError, UsageError

_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of its path is a file and not a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EFBIG: "the file would be too large for this file system",
    errno.EIO: "the device failed",
}

_MOST_LINKS = 40
"""Symbolic links that Linux follows from one to the next."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write one file so that others see its old content or its new one, never a part.

    The folder is made if it is missing. Raises `OutputError`; an old file is then as it was.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files so that all of them are new, or none.

    All contents go to the disk under temporary names first; then each takes its place. Folders are made where they
    are missing. Raises `OutputError`; old files are then as they were, and nothing new is left over. What is neither
    a file nor a folder (a pipe, a device), and what is open already (`/dev/stdout`, wherever that leads), has no
    content to keep: it is written to at the end.
    """
    streams = [path for path in files if _is_stream(path)]
    with _undone_on_failure() as undo:
        moves = [_put_beside(path, files[path], undo) for path in files if path not in streams]
        for move in moves:
            _put_in_place(move, undo)
        for path in streams:
            with _as_output_error(path):
                _write_through(path, files[path])


def spare(inputs: Iterable[str | Path], outputs: Iterable[Path]) -> None:
    """Raise `UsageError` if an output would take the place of a file that was read, by whatever name."""
    read = [Path(name) for name in inputs]
    for output in outputs:
        with suppress(OSError, ValueError):
            if not _is_stream(output) and any(file.exists() and output.samefile(file) for file in read):
                raise UsageError(f"{output} is what was read, and would be written over; name another file or folder")


def cause(error: OSError) -> str:
    """Why a write failed, as the end of a sentence."""
    return _CAUSES.get(error.errno or 0) or error.strerror or str(error)


class _Move(NamedTuple):
    """A finished temporary file, the file that it shall become, and the path that was asked for."""

    temporary: Path
    target: Path
    path: Path


class _Undo:
    """What has been done so far, for the case that it cannot be finished."""

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self.leftovers: list[Path] = []
        self.second_names: list[Path] = []
        self.old_files: list[tuple[Path, Path]] = []


@contextmanager
def _undone_on_failure() -> Iterator[_Undo]:
    undo = _Undo()
    try:
        yield undo
    # Ctrl-C too must leave nothing behind; and trouble with tidying up must not hide the reason for it.
    except BaseException:
        for second_name, target in undo.old_files:
            with suppress(OSError):
                second_name.replace(target)
        _remove(undo.leftovers)
        for folder in reversed(undo.folders):
            with suppress(OSError):
                folder.rmdir()
        raise
    finally:
        # A rename between two names of the same file leaves both, so the second name goes here in either case.
        _remove(undo.second_names)


def _remove(files: list[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()


@contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {cause(error)}") from error


def _write_through(path: Path, data: bytes) -> None:
    """Write to a pipe, a device or an open file; into the last one where its writer is, so that `>>` appends."""
    descriptor = _descriptor(path)
    if descriptor is None:
        path.write_bytes(data)
        return
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    with open(descriptor, "wb", closefd=False) as file:
        file.write(data)


def _descriptor(path: Path) -> int | None:
    """The number of the open file that a path such as `/dev/stdout` or `/dev/fd/3` is a name of, over links."""
    folders = {os.path.realpath(folder) for folder in ("/dev/fd", "/proc/self/fd")}
    for _ in range(_MOST_LINKS):
        if path.name.isdecimal() and os.path.realpath(path.parent) in folders:
            return int(path.name)
        try:
            path = path.parent / path.readlink()
        except (OSError, ValueError):
            return None
    return None


def is_standard_output(path: Path) -> bool:
    """Whether what is written to a path goes to standard output."""
    return _descriptor(path) == 1


def _is_stream(path: Path) -> bool:
    if _descriptor(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _put_beside(path: Path, data: bytes, undo: _Undo) -> _Move:
    with _as_output_error(path):
        # A symbolic link stays what it is: the file to which it leads is replaced.
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        _make_folder(target.parent, undo)
        temporary, file = _open_beside(target)
        undo.leftovers.append(temporary)
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    return _Move(temporary, target, path)


def _make_folder(folder: Path, undo: _Undo) -> None:
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        # Two builds at once may both want it; who made it removes it.
        with suppress(FileExistsError):
            parent.mkdir()
            undo.folders.append(parent)


def _open_beside(target: Path) -> tuple[Path, BinaryIO]:
    """A new file in the folder of the target; not of `tempfile`, whose files only their owner may read."""
    while True:
        temporary = _free_name(target)
        with suppress(FileExistsError):
            return temporary, temporary.open("xb")


def _free_name(target: Path) -> Path:
    number = 1
    while os.path.lexists(name := target.with_name(f".dcsgen-{os.getpid()}-{number}.part")):
        number += 1
    return name


def _put_in_place(move: _Move, undo: _Undo) -> None:
    with _as_output_error(move.path):
        if move.target.exists():
            _keep(move.target, undo)
        else:
            undo.leftovers.append(move.target)
        move.temporary.replace(move.target)


def _keep(target: Path, undo: _Undo) -> None:
    """Give an old file a second name, from which it can come back; a copy on disks without hard links."""
    second_name = _free_name(target)
    undo.second_names.append(second_name)
    try:
        os.link(target, second_name)
    except OSError:
        from shutil import copy2

        copy2(target, second_name)
    undo.old_files.append((second_name, target))
