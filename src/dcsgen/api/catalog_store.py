"""The catalogue of imported statements: an SQLite file that other programs may read, too.

`docs/catalog.md` tells what its tables hold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dcsgen.api.catalog_tables import APPLICATION, TABLES, VERSION
from dcsgen.api.reading_apart import Outcome
from dcsgen.base.draft import Doubt, Draft, Evidence, Fact
from dcsgen.base.errors import DcsgenError, OutputError, UnreadableInputError, UsageError
from dcsgen.base.standard import uids
from dcsgen.ingest import kinds, lexicon
from dcsgen.version import __version__

NAME = "catalog.sqlite"

ROLES_DISAGREE = kinds.ROLES_DISAGREE.code
"""The code of a doubt about a SOP Class that has a service, and other roles in another place."""

SYNTAXES_DISAGREE = kinds.SYNTAXES_DISAGREE.code
"""The code of a doubt about the lists of Transfer Syntaxes of a document, of which only one was taken."""

MENTIONS = {
    ROLES_DISAGREE,
    SYNTAXES_DISAGREE,
    *(kind.code for kind in (kinds.NAME_AND_UID_DISAGREE, kinds.ROLE_NOT_FOUND, kinds.UID_IN_NO_FACT)),
}
"""Doubts that are kept as mentions of a SOP Class; one about Transfer Syntaxes is about the document."""


@contextmanager
def opened(folder: Path, *, make: bool = False) -> Iterator[sqlite3.Connection]:
    """The catalogue in a folder; with `make`, a new one if there is none.

    Raises `UsageError` if there is none, `UnreadableInputError` if it is something else, is damaged or was made by a
    later dcsgen, `OutputError` if it cannot be written.
    """
    file = folder / NAME
    if not make and not file.is_file():
        raise UsageError(f"{folder} has no {NAME}: `dcsgen import DIR -o {folder}` makes one")
    try:
        if make:
            folder.mkdir(parents=True, exist_ok=True)
        uri = f"{file.resolve().as_uri()}?mode={'rwc' if make else 'rw'}"
        connection = sqlite3.connect(uri, uri=True, timeout=30.0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{file} cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    connection.row_factory = sqlite3.Row
    try:
        _see_to_tables(connection, file, make)
        yield connection
    except sqlite3.IntegrityError:
        raise
    except sqlite3.OperationalError as error:
        raise OutputError(f"{file} cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise UnreadableInputError(f"{file} is no catalogue, or is damaged: {error}") from error
    finally:
        connection.close()


def _see_to_tables(connection: sqlite3.Connection, file: Path, make: bool) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if empty and make:
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES} COMMIT;"
        )
    elif application != APPLICATION:
        raise UnreadableInputError(f"{file} is no catalogue of dcsgen")
    elif version != VERSION:
        way = "use a newer dcsgen" if version > VERSION else "remove it and import anew"
        raise UnreadableInputError(f"{file} has version {version} of the tables, this dcsgen has {VERSION}: {way}")
    connection.execute("PRAGMA foreign_keys = ON")
    if not make:
        # Not opened for reading alone, because what a killed run left half written is taken back at this moment.
        connection.execute("PRAGMA query_only = ON")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While entered, no other run imports into a folder. The lock is the system's, and goes with the process.

    Raises `DcsgenError` if another one does.
    """
    lock = sqlite3.connect(folder / f".{NAME}.lock", timeout=0.2, isolation_level=None)
    try:
        # Nothing is written, so that nothing has to be taken back.
        lock.execute("PRAGMA journal_mode = OFF")
        lock.execute("BEGIN EXCLUSIVE")
        yield
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise OutputError(f"{folder} cannot be written to: {error}") from error
        raise DcsgenError(f"another run imports into {folder} at this moment: wait until it is done") from error
    finally:
        lock.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def record(connection: sqlite3.Connection, sha256: str, name: str, draft_file: str, outcome: Outcome) -> None:
    """Write down what came of a document, in place of what was written before."""
    with transaction(connection):
        connection.execute("DELETE FROM documents WHERE sha256 = ?", (sha256,))
        document: dict[str, Any] = {
            "sha256": sha256,
            "name": name,
            "status": outcome.status.value,
            "sentence": outcome.sentence,
            "dcsgen": __version__,
        }
        draft = outcome.draft
        if draft is not None:
            said = draft.description.get("document", {})
            document |= {
                "product": _product(connection, draft.description.get("product", {})),
                "format": draft.origin.format,
                "pages": draft.origin.pages,
                "layout": draft.origin.layout,
                "draft": draft_file,
                **{key: str(said.get(key, "")) for key in ("identifier", "revision", "date")},
            }
        _insert(connection, "documents", document)
        if draft is not None:
            _write_facts(connection, sha256, draft)
        connection.execute(
            "DELETE FROM products WHERE id NOT IN (SELECT product FROM documents WHERE product IS NOT NULL)"
        )


def _product(connection: sqlite3.Connection, said: Mapping[str, Any]) -> int:
    key = tuple(str(said.get(name, "")) for name in ("vendor", "name", "version"))
    connection.execute("INSERT OR IGNORE INTO products (vendor, name, version) VALUES (?, ?, ?)", key)
    found = connection.execute("SELECT id FROM products WHERE vendor = ? AND name = ? AND version = ?", key)
    return int(found.fetchone()[0])


def _write_facts(connection: sqlite3.Connection, sha256: str, draft: Draft) -> None:
    services: dict[tuple[str, str], list[int]] = {}
    for fact in draft.facts:
        match fact.path:
            case ("services", str(name), "sop_classes", uid):
                services[name, str(uid)] = _write_service(connection, sha256, str(uid), fact)
            case ("services", str(name), "sop_classes", uid, "transfer_syntaxes", syntax):
                _write_syntax(connection, sha256, services.get((name, str(uid)), []), str(syntax), fact)
            case ("services", _, "wildcard"):
                _write_wildcard(connection, sha256, fact)
            case ("product" | "document", key):
                _write_sources(connection, fact, document=sha256, key=f"{fact.path[0]}.{key}")
    for doubt in draft.doubts:
        if doubt.code in MENTIONS:
            for uid in _meant(doubt):
                row = {"document": sha256, "sop_class_uid": uid, "code": doubt.code, "sentence": doubt.message}
                mention = _insert(connection, "mentions", row)
                for place in doubt.evidence:
                    _write_source(connection, place, document=sha256, mention=mention)


def _write_service(connection: sqlite3.Connection, sha256: str, uid: str, fact: Fact) -> list[int]:
    """The services that a fact is about: two, if it is supported in both roles."""
    entity = str(fact.value["application_entity"])
    connection.execute("INSERT OR IGNORE INTO application_entities (document, name) VALUES (?, ?)", (sha256, entity))
    found = connection.execute("SELECT id FROM application_entities WHERE document = ? AND name = ?", (sha256, entity))
    owner = int(found.fetchone()[0])
    numbers = []
    for role in _roles(fact):
        row = {
            "application_entity": owner,
            "sop_class_uid": uid,
            "sop_class": _name(uid, str(fact.value["sop_class"])),
            "role": role,
            "confidence": fact.confidence,
            "method": fact.method.value,
        }
        # Of what is read several times, the surest counts.
        number = connection.execute(
            "INSERT INTO services (application_entity, sop_class_uid, sop_class, role, confidence, method) "
            "VALUES (:application_entity, :sop_class_uid, :sop_class, :role, :confidence, :method) "
            "ON CONFLICT DO UPDATE SET confidence = max(confidence, excluded.confidence) RETURNING id",
            row,
        ).fetchone()[0]
        _write_sources(connection, fact, document=sha256, service=number)
        numbers.append(int(number))
    return numbers


def _write_wildcard(connection: sqlite3.Connection, sha256: str, fact: Fact) -> None:
    """A group of SOP Classes whose members the document does not name."""
    for role in _roles(fact):
        row = {
            "document": sha256,
            "application_entity": str(fact.value["application_entity"]),
            "words": str(fact.value["group"]),
            "role": role,
            "confidence": fact.confidence,
        }
        _write_sources(connection, fact, document=sha256, wildcard=_insert(connection, "wildcards", row))


def _roles(fact: Fact) -> tuple[str, ...]:
    return ("SCU", "SCP") if fact.value["role"] == "BOTH" else (str(fact.value["role"]),)


def _write_syntax(connection: sqlite3.Connection, sha256: str, services: list[int], uid: str, fact: Fact) -> None:
    for service in services:
        row = {
            "service": service,
            "uid": uid,
            "name": _name(uid, str(fact.value)),
            "confidence": fact.confidence,
            "method": fact.method.value,
        }
        connection.execute(
            "INSERT INTO transfer_syntaxes (service, uid, name, confidence, method) "
            "VALUES (:service, :uid, :name, :confidence, :method) "
            "ON CONFLICT DO UPDATE SET confidence = max(confidence, excluded.confidence)",
            row,
        )
        _write_sources(connection, fact, document=sha256, service=service, transfer_syntax=uid)


def _write_sources(connection: sqlite3.Connection, fact: Fact, **about: Any) -> None:
    for place in fact.evidence:
        _write_source(connection, place, confidence=fact.confidence, method=fact.method.value, **about)


def _write_source(connection: sqlite3.Connection, place: Evidence, **about: Any) -> None:
    where = {"page": place.page, "line": place.line, "table_number": place.table}
    where |= {"row_number": place.row, "column_number": place.column}
    _insert(connection, "sources", {**about, **where, "text": place.text})


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    values = tuple(row.values())
    return int(connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid or 0)


def _name(uid: str, printed: str) -> str:
    registered = uids.by_uid(uid)
    return registered.name if registered is not None else printed


def _meant(doubt: Doubt) -> set[str]:
    """The SOP Classes that a doubt is about: by the UID in its sentence, otherwise by what stands in the document."""
    if doubt.code == SYNTAXES_DISAGREE:
        # Of many SOP Classes, its sentence and its evidence name a few.
        return {""}
    found = _uids_in(doubt.message)
    if not found:
        for place in doubt.evidence:
            cells = (lexicon.sop_class(cell) for cell in place.text.split(" | "))
            found |= _uids_in(place.text) | {named.uid for named in cells if named is not None}
    return found


def _uids_in(text: str) -> set[str]:
    return {named.uid for named in lexicon.uids_in(text, uids.SOP_CLASSES) if uids.by_uid(named.uid) is not None}
