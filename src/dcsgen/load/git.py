"""Files of a git revision: read by git itself, without a checkout and without a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dcsgen.base.errors import DcsgenError, UnreadableInputError, UsageError
from dcsgen.load.limits import DEFAULT, Limits
from dcsgen.load.unreadable import shown

_SUFFIXES = {".yaml", ".yml", ".json"}
_MOST_FILES = 2000
_REGULAR = {b"100644", b"100755"}
_PATIENCE = 60
_ENVIRONMENT = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
"""Words in English, nothing fetched, nothing written, nothing asked."""


class Committed(NamedTuple):
    """A file as it was at a revision, and those that it may draw in, by their paths from its folder."""

    name: str
    files: dict[str, bytes]


def committed(revision: str, path: str, folder: Path, limits: Limits = DEFAULT) -> Committed:
    """The file at a path of a revision, with the YAML and JSON files in its folder and below.

    The path is one from `folder`, which is in the repository.
    Raises `UsageError` for words that are no revision, `UnreadableInputError` for a revision or path that is not there,
    `DcsgenError` if git cannot be run or there is no repository.
    """
    if not revision or revision.startswith("-") or "\0" in revision + path:
        raise UsageError(f"{shown(revision)} is no git revision: write git:REVISION:PATH")
    commit = _commit(folder, revision)
    full = _from_top(folder, path)
    if full.startswith(("/", "../")):
        raise _not_there(path, revision, folder)
    where = PurePosixPath(full).parent
    inside = ["--", f"{where}/"] if where.name else []
    listing = _git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, *inside)
    entries = {name: (id, size) for name, id, size in _entries(listing) if _wanted(name, full)}
    if full not in entries:
        if full == "." or any(name.startswith(f"{full}/") for name in entries):
            is_folder = f"{shown(path)} is a folder in the git revision {shown(revision)}"
            raise UnreadableInputError(f"{is_folder}: name the file inside it.")
        raise _not_there(path, revision, folder)
    if len(entries) > _MOST_FILES:
        there = f"the folder of {shown(path)} holds more than {_MOST_FILES:,} files"
        raise UnreadableInputError(f"{there} at {shown(revision)}.")
    for name, (_, size) in entries.items():
        if size > limits.size:
            raise UnreadableInputError(f"{shown(name)} is larger than {limits.size:,} bytes at {shown(revision)}.")
    contents = _contents(folder, [id for id, _ in entries.values()])
    return Committed(
        PurePosixPath(full).name,
        {str(PurePosixPath(name).relative_to(where)): data for name, data in zip(entries, contents, strict=True)},
    )


def _not_there(path: str, revision: str, folder: Path) -> UnreadableInputError:
    there = f"there is no file {shown(path)} in the git revision {shown(revision)}"
    return UnreadableInputError(f"{there}; paths count from {shown(str(folder.resolve()))}.")


def _commit(folder: Path, revision: str) -> str:
    """The id of the commit: whatever comes after it is no option and no other revision."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return _git(folder, *words).decode().strip()
    except _GitError as error:
        where = f"the repository of {shown(str(folder.resolve()))}"
        if error.message:
            raise DcsgenError(f"git cannot read {where}: {error.message}.") from None
        raise UnreadableInputError(f"there is no git revision {shown(revision)} in {where}.") from None


def _from_top(folder: Path, path: str) -> str:
    """A path from the top of the repository."""
    if PurePosixPath(path).is_absolute():
        top = _git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").removesuffix("\n")
        return PurePosixPath(os.path.relpath(path, top)).as_posix()
    prefix = _git(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").removesuffix("\n")
    return PurePosixPath(os.path.normpath(f"{prefix}{path}")).as_posix()


def _entries(listing: bytes) -> Iterator[tuple[str, bytes, int]]:
    for line in listing.split(b"\0"):
        facts, _, name = line.partition(b"\t")
        words = facts.split()
        # Links and submodules are no files.
        if len(words) == 4 and words[0] in _REGULAR:
            yield name.decode("utf-8", "surrogateescape"), words[2], int(words[3])


def _wanted(name: str, full: str) -> bool:
    return name == full or PurePosixPath(name).suffix.lower() in _SUFFIXES


def _contents(folder: Path, ids: list[bytes]) -> Iterator[bytes]:
    """The content of each object."""
    answer = _git(folder, "cat-file", "--batch", given=b"\n".join(ids) + b"\n")
    begin = 0
    for _ in ids:
        end = answer.index(b"\n", begin)
        size = int(answer[begin:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        begin = end + size + 2


class _GitError(DcsgenError):
    """git said no; `message` is what it said."""

    def __init__(self, message: str) -> None:
        super().__init__(f"git failed: {message}")
        self.message = message


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    command = ["git", "-C", str(folder), "--no-pager", "--literal-pathspecs", *words]
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            env={**os.environ, **_ENVIRONMENT},
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise DcsgenError("git: revisions are read by the program git, which is not installed.") from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as trouble:
        raise DcsgenError(f"the program git cannot be run: {trouble}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitError(said[0].removeprefix("fatal: ") if said else "")
    return done.stdout
