"""Reads a folder of statements into a folder of drafts with a catalogue; a run that was ended goes on where it was."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from dcsgen.api import catalog_store
from dcsgen.api.checking import Progress
from dcsgen.api.drafts import FORMS, draft_form
from dcsgen.api.executors import Workers, cluster, processes, read_each
from dcsgen.api.reading_apart import Outcome, Status, Work
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.output import write_all
from dcsgen.base.processes import allowed
from dcsgen.host import Host
from dcsgen.ingest.drafting import THRESHOLD

FOLDER_TIMEOUT = 300.0
"""Seconds for a file if nothing else is said."""


class Unread(Struct, frozen=True):
    """A file of which there is no draft, or one of a part only, and why."""

    file: Path
    status: Status
    sentence: str


class ImportedFolder(Struct, frozen=True, kw_only=True):
    """What came of a folder.

    `read` are the files of which the content was read in this run, `known` those of which it was in the catalogue
    before, `duplicates` those with the content of another file of the folder, by that; each file is in one of these,
    or could not be opened. `unread` are told in every run.
    """

    files: int
    read: tuple[Path, ...]
    known: tuple[Path, ...]
    duplicates: dict[Path, Path]
    unread: tuple[Unread, ...]

    @property
    def with_draft(self) -> int:
        """How many files have a draft, also by way of another file with the same content."""
        return self.files - sum(not each.status.has_draft for each in self.unread)

    @property
    def passed_over(self) -> tuple[Unread, ...]:
        """Files that are no statements, as far as can be told: nothing is wrong with them."""
        return tuple(each for each in self.unread if each.status is Status.UNKNOWN_KIND)

    @property
    def troubles(self) -> tuple[Unread, ...]:
        """Files that should have been read, and were not, or not whole."""
        return tuple(each for each in self.unread if each.status is not Status.UNKNOWN_KIND)


def import_folder(
    folder: Path,
    out: Path,
    host: Host,
    *,
    jobs: int | None = None,
    scheduler: str = "",
    timeout: float | None = FOLDER_TIMEOUT,
    recognise: bool = False,
    threshold: float = THRESHOLD,
    forms: Sequence[str] = ("yaml",),
    again: bool = False,
    progress: Progress | None = None,
) -> ImportedFolder:
    """Read all files of a folder and its folders into drafts in `out`, and write down in the catalogue what they say.

    What is in the catalogue by its content is not read again, whatever it is called; with `again`, what could not be
    read, or not whole, is tried once more. Nothing that is wrong with one file keeps others from being read. `jobs` is
    the number of processes, None for one on each core; `scheduler` the address of a Dask cluster that reads instead.
    `forms` are those of the drafts, see `api.drafts`; the catalogue names the file of the first one.

    Raises `UsageError` for an unknown form, `UnreadableInputError` if there is no such folder, `OutputError` if
    nothing can be written, and what `executors.cluster` raises.
    """
    if not folder.is_dir():
        raise UnreadableInputError(f"there is no folder {folder}")
    for form in forms:
        draft_form(form)
    if host.opening is None:
        raise ValueError("only a host that was opened by open_host can be opened again in other processes")
    with _place(scheduler, jobs) as workers, catalog_store.opened(out, make=True) as catalog:
        with catalog_store.alone(out):
            found = _looked_at(folder, out, catalog, progress)
            wanted = _wanted(found, out, catalog, again)
            works = [
                Work(
                    file=file,
                    sha256=sha256,
                    opening=host.opening,
                    timeout=timeout,
                    recognise=recognise,
                    threshold=threshold,
                    forms=tuple(forms),
                )
                for sha256, file in wanted.items()
            ]
            _read(works, workers, out, catalog, progress)
        return _told(found, wanted, catalog)


def _place(scheduler: str, jobs: int | None) -> AbstractContextManager[Workers]:
    return cluster(scheduler) if scheduler else nullcontext(processes(jobs or allowed()))


class _Looked(NamedTuple):
    """The files of a folder by the hash of what is in them, and sentences about those that cannot be opened."""

    contents: dict[Path, str]
    closed: dict[Path, str]


def _looked_at(folder: Path, out: Path, catalog: sqlite3.Connection, progress: Progress | None) -> _Looked:
    """Look at what is in each file, and write down which files there are."""
    files = list(_files(folder.absolute(), out))
    found = _Looked({}, {})
    for done, file in enumerate(files):
        if progress is not None:
            progress("looking at files", done, len(files))
        try:
            with file.open("rb") as stream:
                found.contents[file] = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            found.closed[file] = f"it cannot be opened: {error.strerror or error}"
    rows: list[tuple[str, str | None, str]] = [(str(file), sha256, "") for file, sha256 in found.contents.items()]
    rows += [(str(file), None, sentence) for file, sentence in found.closed.items()]
    inside = f"{folder.absolute()}{os.sep}"
    with catalog_store.transaction(catalog):
        # A file that was renamed has left its old name.
        catalog.execute("DELETE FROM files WHERE substr(path, 1, ?) = ?", (len(inside), inside))
        catalog.executemany("INSERT INTO files (path, sha256, sentence) VALUES (?, ?, ?)", rows)
    return found


def _files(folder: Path, out: Path) -> Iterator[Path]:
    """The files of a folder and its folders, in the order of their names; not hidden ones, nor what dcsgen wrote."""
    left_out = out.absolute()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and Path(place, name) != left_out)
        for name in sorted(names):
            ours = name.startswith(".") or name.endswith(tuple(FORMS.values())) or name == catalog_store.NAME
            if not ours and (path := Path(place, name)).is_file():
                yield path


def _wanted(found: _Looked, out: Path, catalog: sqlite3.Connection, again: bool) -> dict[str, Path]:
    """What has to be read: one file for each content that is not in the catalogue with a draft, or with a reason."""
    done = set()
    for row in catalog.execute("SELECT sha256, status, draft FROM documents"):
        status = Status(row["status"])
        settled = status is Status.READ or (status is not Status.FAILED and not again)
        if settled and (not status.has_draft or (out / row["draft"]).is_file()):
            done.add(row["sha256"])
    wanted: dict[str, Path] = {}
    for file, sha256 in found.contents.items():
        if sha256 not in done:
            wanted.setdefault(sha256, file)
    return wanted


def _read(
    works: Sequence[Work], workers: Workers, out: Path, catalog: sqlite3.Connection, progress: Progress | None
) -> None:
    names = _draft_names(works, catalog)
    finished = 0

    def tell() -> None:
        if progress is not None:
            progress("reading statements", finished, len(works))

    def done(work: Work, outcome: Outcome) -> None:
        nonlocal finished
        stem = names[work.sha256]
        # First the draft: what is in the catalogue is there.
        write_all({out / f"{stem}{FORMS[form]}": content for form, content in outcome.written.items()})
        draft = f"{stem}{FORMS[work.forms[0]]}"
        catalog_store.record(catalog, work.sha256, work.file.name, draft, outcome)
        finished += 1
        tell()

    tell()
    read_each(works, workers, done)


def _draft_names(works: Sequence[Work], catalog: sqlite3.Connection) -> dict[str, str]:
    """What the drafts of each document are called, without the end: like its file, with more where two are equal."""
    rows = catalog.execute("SELECT sha256, draft FROM documents WHERE draft != ''").fetchall()
    names: dict[str, str] = {row["sha256"]: _without_end(row["draft"]) for row in rows}
    taken = {name.casefold() for name in names.values()}
    for work in works:
        if work.sha256 in names:
            continue
        stem, suffix = work.file.stem, work.file.suffix.lstrip(".")
        choices = (stem, f"{stem}-{suffix}", f"{stem}-{work.sha256[:12]}")
        names[work.sha256] = next(choice for choice in choices if choice.casefold() not in taken)
        taken.add(names[work.sha256].casefold())
    return names


def _without_end(name: str) -> str:
    return next(name.removesuffix(end) for end in FORMS.values() if name.endswith(end))


def _told(found: _Looked, wanted: Mapping[str, Path], catalog: sqlite3.Connection) -> ImportedFolder:
    rows = {row["sha256"]: row for row in catalog.execute("SELECT sha256, status, sentence FROM documents")}
    first: dict[str, Path] = {}
    duplicates = {}
    unread = [Unread(file, Status.UNREADABLE, sentence) for file, sentence in found.closed.items()]
    for file, sha256 in found.contents.items():
        if first.setdefault(sha256, file) != file:
            duplicates[file] = first[sha256]
        status = Status(rows[sha256]["status"])
        if status is not Status.READ:
            unread.append(Unread(file, status, rows[sha256]["sentence"]))
    single = [file for file in found.contents if file not in duplicates]
    return ImportedFolder(
        files=len(found.contents) + len(found.closed),
        read=tuple(file for file in single if found.contents[file] in wanted),
        known=tuple(file for file in single if found.contents[file] not in wanted),
        duplicates=duplicates,
        unread=tuple(sorted(unread, key=lambda each: each.file)),
    )
