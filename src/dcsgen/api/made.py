"""Documents that were made, kept for the next time that the same is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, ValidationError
from msgspec.msgpack import decode, encode

from dcsgen.base.cache import Store, prune, results
from dcsgen.base.finding import Finding
from dcsgen.base.surroundings import below, surroundings
from dcsgen.host import Host

if TYPE_CHECKING:
    from dcsgen.api.older import Since
    from dcsgen.render.completeness import Completeness


GRAIN = 20_000_000
"""Nanoseconds by which the time of a file may lag behind the clock."""


class Documents(Struct, frozen=True):
    """Contents by format, none if there are errors; the findings; the files that the description is made of."""

    contents: dict[str, bytes]
    findings: tuple[Finding, ...]
    sources: tuple[Path, ...]
    completeness: Completeness | None = None
    since: Since | None = None


class _Record(Struct, frozen=True, array_like=True):
    """Documents as they are kept: plain data only."""

    contents: dict[str, bytes]
    findings: tuple[Finding, ...]
    sources: tuple[str, ...]
    completeness: bytes


def remembered(asked: Sequence[object], others: Iterable[Path], host: Host, make: Callable[[], Documents]) -> Documents:
    """The documents that `make` gives, or gave when the same was asked for and nothing has changed since.

    `asked` is plain data that says what is asked for, `others` are files that count beside the sources of the
    documents. Only inside of `keeping(True)` is anything kept: documents without errors, of plug-ins without trouble.
    """
    store = results()
    if store is None:
        return make()
    watched = list(others)
    key = _hashed([surroundings(), _plugins(host), [str(each) for each in asked]])
    found = _kept(store, key, watched)
    if found is not None:
        return found
    begin = time.time_ns()
    made = make()
    if made.contents and not any(finding.code.startswith("X") for finding in made.findings):
        sources = [str(source) for source in made.sources]
        files = [*watched, *made.sources]
        contents = _contents(files)
        # What was saved meanwhile may be another content than the one that was read.
        if all(_changed(file) < begin - GRAIN for file in files):
            store.put(key, encode(sources))
            store.put(_hashed([key, contents]), encode(_recorded(made)))
            prune()
    return made


def _plugins(host: Host) -> list[object]:
    """What plug-ins are: their names, and the contents of their files."""
    folders = [templates.folder for _, templates in host.template_folders]
    places = dict.fromkeys(place.resolve() for place in (*host.places, *folders))
    return [host.names, _contents([file for place in places for file in below(place)])]


def _kept(store: Store, key: str, watched: Sequence[Path]) -> Documents | None:
    """What was kept, if the files are what they were: first their names, then what was made from their contents."""
    try:
        names = store.get(key)
        if names is None:
            return None
        sources = [Path(name) for name in decode(names, type=list[str])]
        record = store.get(_hashed([key, _contents([*watched, *sources])]))
        return None if record is None else _restored(decode(record, type=_Record))
    except (DecodeError, ValidationError):
        return None


def _contents(files: Sequence[Path]) -> list[tuple[str, str]]:
    return [(str(file), _content(file)) for file in files]


def _content(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return "gone"


def _changed(file: Path) -> int:
    """When a file was last written, or put in its place; now, if it cannot be said."""
    try:
        found = file.stat()
    except OSError:
        return time.time_ns()
    return max(found.st_mtime_ns, found.st_ctime_ns)


def _hashed(parts: object) -> str:
    return sha256(encode(parts)).hexdigest()


def _recorded(made: Documents) -> _Record:
    completeness = encode(made.completeness) if made.completeness else b""
    return _Record(made.contents, made.findings, tuple(str(source) for source in made.sources), completeness)


def _restored(record: _Record) -> Documents:
    from dcsgen.render.completeness import Completeness

    grades = decode(record.completeness, type=Completeness) if record.completeness else None
    return Documents(record.contents, record.findings, tuple(Path(source) for source in record.sources), grades)
