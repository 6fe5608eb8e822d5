"""Answers of a catalogue: which products do what; what is doubtful or not stated is said to be so, and is never no."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from dcsgen.api import catalog_store
from dcsgen.api.catalog_asking import Named, Question
from dcsgen.api.reading_apart import Status
from dcsgen.base.draft import Evidence
from dcsgen.base.errors import UsageError
from dcsgen.base.standard.service_classes import class_of
from dcsgen.base.text import did_you_mean, listed, quoted, with_hint
from dcsgen.ingest import lexicon

MOST_NAMES = 5
"""Transfer Syntaxes that a sentence names."""


WILD = frozenset(
    {"all", "any", "every", "of", "the", "standard", "dicom", "known", "registered", "composite", "current"}
)
"""Words of the name of a group of SOP Classes that do not tell which ones."""


class Answer(StrEnum):
    """Whether a product does what is asked, by its statement. Only a list that leaves something out says no."""

    YES = "yes"
    DOUBTFUL = "doubtful"
    NOT_STATED = "not stated"
    NO = "no"


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where it stands in the document."""

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    text: str = ""

    @property
    def where(self) -> str:
        """The place for people: `page 12, table 3, row 4`."""
        return Evidence(page=self.page, line=self.line, table=self.table, row=self.row).where


class Provision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one document says about what is asked. `why` is a sentence if the answer is not a plain
    yes.

    Without an Application Entity, the document has no service that is asked for.
    """

    answer: Answer
    vendor: str
    product: str
    version: str
    document: str
    sha256: str
    draft: str
    application_entity: str = ""
    sop_class: Named | None = None
    role: str = ""
    transfer_syntaxes: tuple[Named, ...] = ()
    confidence: float | None = None
    why: str = ""
    sources: tuple[Source, ...] = ()


class CatalogAnswer(Struct, frozen=True, kw_only=True):
    """A question, in words too, and what each document says about it: the surest yes first.

    `unread` are documents that could not be read, so that nothing is known of them.
    """

    question: Question
    words: str
    provisions: tuple[Provision, ...]
    unread: int = 0


def query_catalog(folder: Path, asked: Question) -> CatalogAnswer:
    """What the catalogue in a folder says to a question.

    Raises `UsageError` if there is no catalogue or no such product, `UnreadableInputError` if it is damaged.
    """
    with catalog_store.opened(folder) as catalog:
        rows = catalog.execute(
            "SELECT documents.*, products.vendor, products.name AS product_name, products.version "
            "FROM documents LEFT JOIN products ON products.id = documents.product ORDER BY documents.name, sha256"
        ).fetchall()
        readable = [row for row in rows if Status(row["status"]).has_draft]
        wanted = [row for row in readable if _is_like(asked.product, row)]
        if asked.product and not wanted:
            hint = did_you_mean(asked.product, _words_for_products(readable))
            raise UsageError(with_hint(f"the catalogue has no product like {quoted(asked.product)}", hint))
        found = [one for row in wanted for one in _of_document(catalog, row, asked)]
    order = list(Answer)
    found.sort(key=lambda one: (order.index(one.answer), not one.application_entity, -(one.confidence or 0.0)))
    unread = sum(not Status(row["status"]).has_draft and row["status"] != Status.UNKNOWN_KIND for row in rows)
    return CatalogAnswer(question=asked, words=asked.words, provisions=tuple(found), unread=unread)


def _words_for_products(rows: Sequence[sqlite3.Row]) -> list[str]:
    """The names of products, vendors and documents, and the words in them, each once in whatever case."""
    names = [str(row[key]) for key in ("product_name", "vendor", "name") for row in rows]
    words = [word for name in names for word in re.split(r"[\W_]+", name) if word]
    found: dict[str, str] = {}
    for name in (*names, *words):
        found.setdefault(name.casefold(), name)
    return list(found.values())


def _is_like(text: str, row: sqlite3.Row) -> bool:
    return all(
        word in f"{row['vendor']} {row['product_name']} {row['version']} {row['name']}".casefold()
        for word in text.casefold().split()
    )


def _of_document(catalog: sqlite3.Connection, row: sqlite3.Row, asked: Question) -> Iterator[Provision]:
    services = catalog.execute(
        "SELECT services.*, application_entities.name AS entity FROM services "
        "JOIN application_entities ON application_entities.id = services.application_entity "
        "WHERE application_entities.document = :document AND (:uid = '' OR sop_class_uid = :uid) "
        "ORDER BY services.id",
        {"document": row["sha256"], "uid": asked.sop_class.uid if asked.sop_class else ""},
    ).fetchall()
    fitting = [service for service in services if not asked.role or service["role"] == asked.role]
    for service in fitting:
        yield _of_service(catalog, row, service, asked)
    if not fitting and asked.sop_class is not None:
        yield _of_none(catalog, row, asked.sop_class, asked.role, bool(services))


def _of_service(catalog: sqlite3.Connection, row: sqlite3.Row, service: sqlite3.Row, asked: Question) -> Provision:
    syntaxes = catalog.execute(
        "SELECT * FROM transfer_syntaxes WHERE service = ? ORDER BY uid", (service["id"],)
    ).fetchall()
    named = {each["uid"]: each for each in syntaxes}
    answer, confidence, why = Answer.YES, service["confidence"], ""
    wanted = asked.transfer_syntax
    if wanted is not None:
        if not syntaxes:
            answer, why = Answer.NOT_STATED, "its Transfer Syntaxes are not stated, or were not found"
        elif wanted.uid in named:
            confidence = min(confidence, named[wanted.uid]["confidence"])
        elif min(each["confidence"] for each in syntaxes) >= asked.confidence:
            answer, why = _left_out(catalog, row, f"stated are {_short([each['name'] for each in syntaxes])}")
        else:
            answer, why = Answer.DOUBTFUL, "its list of Transfer Syntaxes leaves it out, and is doubtful itself"
    if confidence < asked.confidence and answer is not Answer.NOT_STATED:
        answer, why = Answer.DOUBTFUL, f"read with a confidence of {confidence:g}{f'; {why}' if why else ''}"
    disagree = _mention(catalog, row, service["sop_class_uid"], "=")
    if disagree is not None:
        why = f"{why}; {disagree['sentence']}" if why else disagree["sentence"]
    return _provision(
        row,
        answer=answer,
        application_entity=service["entity"],
        sop_class=Named(service["sop_class_uid"], service["sop_class"]),
        role=service["role"],
        transfer_syntaxes=tuple(Named(each["uid"], each["name"]) for each in syntaxes),
        confidence=confidence,
        why=why,
        sources=_sources(
            catalog,
            "service = ? AND (transfer_syntax IS NULL OR transfer_syntax = ?)",
            service["id"],
            wanted.uid if wanted else "",
        ),
    )


def _left_out(catalog: sqlite3.Connection, row: sqlite3.Row, stated: str) -> tuple[Answer, str]:
    """The answer for what a list leaves out: doubtful where the document has another list, which was not taken."""
    disagree = _mention(catalog, row, "", "=", catalog_store.SYNTAXES_DISAGREE)
    return (Answer.NO, stated) if disagree is None else (Answer.DOUBTFUL, f"{stated}; {disagree['sentence']}")


def _short(names: list[str]) -> str:
    """Some names, and how many more there are."""
    more = len(names) - MOST_NAMES
    return listed([*names[:MOST_NAMES], f"{more} more"] if more > 1 else names, "and")


def _of_none(catalog: sqlite3.Connection, row: sqlite3.Row, sop_class: Named, role: str, other_role: bool) -> Provision:
    """What can be said of a document without a service of that SOP Class in that role."""
    mention = _mention(catalog, row, sop_class.uid, "!=")
    if mention is not None:
        places = _sources(catalog, "mention = ?", mention["id"])
        return _provision(row, answer=Answer.DOUBTFUL, sop_class=sop_class, why=mention["sentence"], sources=places)
    wildcard = _wildcard(catalog, row, sop_class, role)
    if wildcard is not None:
        return _provision(
            row,
            answer=Answer.DOUBTFUL,
            sop_class=sop_class,
            role=wildcard["role"],
            confidence=wildcard["confidence"],
            why=f"claimed is “{wildcard['words']}”, without naming them",
            sources=_sources(catalog, "wildcard = ?", wildcard["id"]),
        )
    why = f"it is stated, but not as {role}" if other_role else "the document does not name it"
    if row["status"] == Status.IN_PART:
        why += ", as far as it was read"
    return _provision(row, answer=Answer.NOT_STATED, sop_class=sop_class, why=why)


def _wildcard(catalog: sqlite3.Connection, row: sqlite3.Row, sop_class: Named, role: str) -> sqlite3.Row | None:
    """A group such as `all Storage SOP Classes` that the SOP Class may belong to, in a role or in any one."""
    about = lexicon.reduced(f"{class_of(sop_class.uid) or ''} {sop_class.name}").split()
    rows = catalog.execute(
        "SELECT * FROM wildcards WHERE document = ? AND ? IN ('', role) ORDER BY id", (row["sha256"], role)
    )
    for found in rows:
        words = set(lexicon.reduced(found["words"]).split()) - WILD
        if words and words <= set(about):
            wildcard: sqlite3.Row = found
            return wildcard
    return None


def _mention(
    catalog: sqlite3.Connection, row: sqlite3.Row, uid: str, sign: str, code: str = catalog_store.ROLES_DISAGREE
) -> sqlite3.Row | None:
    """The first mention of a SOP Class in a document with a code, or with the sign `!=` with another one."""
    query = f"SELECT * FROM mentions WHERE document = ? AND sop_class_uid = ? AND code {sign} ? ORDER BY id"
    found: sqlite3.Row | None = catalog.execute(query, (row["sha256"], uid, code)).fetchone()
    return found


def _provision(row: sqlite3.Row, *, answer: Answer, why: str, sop_class: Named, **rest: object) -> Provision:
    return Provision(
        answer=answer,
        vendor=row["vendor"],
        product=row["product_name"],
        version=row["version"],
        document=row["name"],
        sha256=row["sha256"],
        draft=row["draft"],
        sop_class=sop_class,
        why=why,
        **rest,  # type: ignore[arg-type]
    )


def _sources(catalog: sqlite3.Connection, where: str, *values: object) -> tuple[Source, ...]:
    rows = catalog.execute(f"SELECT * FROM sources WHERE {where} ORDER BY id", values)
    return tuple(
        Source(
            page=row["page"],
            line=row["line"],
            table=row["table_number"],
            row=row["row_number"],
            column=row["column_number"],
            text=row["text"],
        )
        for row in rows
    )


class CatalogDocument(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document of a catalogue, and the files that have its content now; none if they are gone.

    `sha256` is empty for a file that could not be opened.
    """

    sha256: str
    name: str
    status: str
    files: tuple[str, ...] = ()
    sentence: str = ""
    vendor: str = ""
    product: str = ""
    version: str = ""
    date: str = ""
    format: str = ""
    pages: int = 0
    services: int = 0
    draft: str = ""


def catalog_documents(folder: Path) -> tuple[CatalogDocument, ...]:
    """All documents of the catalogue in a folder, by name; raises what `query_catalog` raises."""
    with catalog_store.opened(folder) as catalog:
        files: dict[str | None, list[sqlite3.Row]] = {}
        for row in catalog.execute("SELECT * FROM files ORDER BY path"):
            files.setdefault(row["sha256"], []).append(row)
        rows = catalog.execute(
            "SELECT documents.*, products.vendor, products.name AS product_name, products.version, "
            "(SELECT count(*) FROM services JOIN application_entities ON application_entities.id = application_entity "
            "WHERE document = sha256) AS services "
            "FROM documents LEFT JOIN products ON products.id = product ORDER BY documents.name, sha256"
        )
        found = [
            CatalogDocument(
                files=tuple(file["path"] for file in files.get(row["sha256"], ())),
                vendor=row["vendor"] or "",
                product=row["product_name"] or "",
                version=row["version"] or "",
                **{
                    key: row[key]
                    for key in ("sha256", "name", "status", "sentence", "date", "format", "pages", "services", "draft")
                },
            )
            for row in rows
        ]
    closed = [
        CatalogDocument(
            sha256="",
            name=Path(row["path"]).name,
            status=Status.UNREADABLE.value,
            files=(row["path"],),
            sentence=row["sentence"],
        )
        for row in files.get(None, ())
    ]
    return tuple(sorted([*found, *closed], key=lambda one: (one.name, one.sha256)))
