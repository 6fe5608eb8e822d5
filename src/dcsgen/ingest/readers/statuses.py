"""Tables of status codes of DIMSE services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.draft import Fact, Method
from dcsgen.base.words import StatusClass
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.pairs import words
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Row, Section, Table

_CODE = re.compile(
    r"^(?:0x)?(?P<first>[0-9A-F][0-9A-Fx]{3})H?(?:\s*(?:-|–|to|\.\.)\s*(?:0x)?(?P<last>[0-9A-F]{4})H?)?$", re.I
)
_ABOUT = re.compile(r"status|return(ed)? codes?|error codes?|responses?\b", re.I)
_HEAD_CODE = re.compile(r"\b(codes?|status( codes?)?|value|hex)\b", re.I)
_HEAD_CLASS = re.compile(r"^(service |response )?status$|^(status )?(class|type|category)$", re.I)
_HEAD_MEANING = re.compile(r"meaning|description|name|reason|error", re.I)
_HEAD_BEHAVIOUR = re.compile(r"behaviou?r|action|explanation|reaction|handling|what", re.I)
_CLASSES: tuple[tuple[StatusClass, str], ...] = (
    (StatusClass.SUCCESS, r"\bsuccess"),
    (StatusClass.PENDING, r"\bpending\b"),
    (StatusClass.CANCEL, r"\bcancel"),
    (StatusClass.WARNING, r"\bwarning\b"),
    (StatusClass.FAILURE, r"\b(failure|failed|fail|refused|errors?)\b"),
)
_DIMSE = re.compile(r"\b(C-(?:STORE|FIND|MOVE|GET|ECHO)|N-(?:CREATE|SET|GET|ACTION|DELETE|EVENT-REPORT))\b", re.I)
_BY_SERVICE: tuple[tuple[str, str], ...] = (
    ("C-ECHO", r"verification|\becho\b"),
    ("C-FIND", r"\bfind\b|worklist|query"),
    ("C-MOVE", r"\bmove\b"),
    ("C-STORE", r"\bstorage\b(?! commitment)"),
)
FEWEST = 1
"""Rows with a code that make a table one of status codes."""


class _Columns(NamedTuple):
    code: int
    status: int | None
    meaning: int | None
    behaviour: int | None


def read(document: Document) -> Iterator[Fact]:
    """A table of status codes for each that stands in the document, and its codes."""
    taken: set[str] = set()
    caption = ""
    for section in document.sections():
        block = section.block
        if isinstance(block, Table) and not is_about(section, "history") and not is_about(section, "glossary"):
            yield from _of_table(section, block, block.caption or caption, taken)
        caption = block.text if isinstance(block, Paragraph) and block.caption else ""


def _of_table(section: Section, table: Table, caption: str, taken: set[str]) -> Iterator[Fact]:
    columns = _columns(table)
    title = re.sub(r"^table\s+[\w.\-]+\s*[:.–-]?\s*", "", words(caption), flags=re.I) or next(
        (words(each) for each in reversed(section.titles)), ""
    )
    about = " ".join((title, *section.titles[-2:]))
    if columns is None or not title or not _ABOUT.search(f"{about} {' '.join(table.rows[0].texts)}"):
        return
    if re.search(r"\bhttp\b|\bweb\b|reject|abort|failure reason", about, re.I):
        return
    rows = [(code, row) for row in table.rows[1:] if (code := _code(row, columns.code))]
    if len(rows) < FEWEST or not any(_class_in(" ".join(row.texts)) for _, row in rows):
        return
    key = _key(title, taken)
    sure = 0.9
    value = {"title": title, "service": _service(title, section.titles), "statuses": {}}
    first = rows[0][1]
    yield Fact(
        path=("status_tables", key), value=value, evidence=(evidence(first),), method=Method.HEADING, confidence=sure
    )
    for code, row in rows:
        yield Fact(
            path=("status_tables", key, "statuses", code),
            value=_status(code, row, columns),
            evidence=(evidence(row),),
            method=Method.NAME,
            confidence=sure,
        )


def _columns(table: Table) -> _Columns | None:
    """Which column has the codes, their class, their meaning, and what follows; None if none has codes."""
    if len(table.rows) < 2:
        return None
    heads = [words(text) for text in table.rows[0].texts]
    counted = [sum(bool(_code(row, index)) for row in table.rows[1:]) for index in range(len(heads))]
    best = max(range(len(heads)), key=lambda index: counted[index], default=0)
    if not heads or not counted[best] or not _HEAD_CODE.search(heads[best]):
        return None
    rest = [index for index in range(len(heads)) if index != best]
    status = next((index for index in rest if _HEAD_CLASS.search(heads[index])), None)
    behaviour = next((index for index in rest if index != status and _HEAD_BEHAVIOUR.search(heads[index])), None)
    meaning = next(
        (index for index in rest if index not in (status, behaviour) and _HEAD_MEANING.search(heads[index])), None
    )
    return _Columns(best, status, meaning, behaviour)


def _code(row: Row, column: int) -> str:
    """The code or range of codes of a row as a description writes it; empty if there is none."""
    if column >= len(row.cells):
        return ""
    found = _CODE.match(words(row.texts[column]))
    if found is None:
        return ""
    first = found["first"].upper().replace("X", "x")
    return f"{first}-{found['last'].upper()}" if found["last"] and "x" not in first else first


def _status(code: str, row: Row, columns: _Columns) -> dict[str, str]:
    meaning = _text(row, columns.meaning) or _text(row, columns.status)
    status = _class_in(_text(row, columns.status)) or _class_in(meaning) or class_of(code)
    said = {"class": status.value, "meaning": meaning or status.value.capitalize()}
    behaviour = _text(row, columns.behaviour)
    return {**said, "behaviour": behaviour} if behaviour else said


def _text(row: Row, column: int | None) -> str:
    return words(row.texts[column]) if column is not None and column < len(row.cells) else ""


def _class_in(text: str) -> StatusClass | None:
    return next((status for status, pattern in _CLASSES if re.search(pattern, text, re.I)), None)


def class_of(code: str) -> StatusClass:
    """The class of a status code by its number (PS3.7 C.1 to C.5)."""
    if code == "0000":
        return StatusClass.SUCCESS
    if code in ("FF00", "FF01"):
        return StatusClass.PENDING
    if code == "FE00":
        return StatusClass.CANCEL
    if code.startswith("B") or code in ("0001", "0107", "0116"):
        return StatusClass.WARNING
    return StatusClass.FAILURE


def _service(title: str, titles: Sequence[str]) -> str:
    """The DIMSE service of a table; its title if nothing says which."""
    for text in (title, *reversed(titles)):
        if found := _DIMSE.search(text):
            return found[1].upper()
    for text in (title, *reversed(titles)):
        for service, pattern in _BY_SERVICE:
            if re.search(pattern, text, re.I):
                return service
    return title


def _key(title: str, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:56].strip("-") or "statuses"
    key = next(
        name for count in range(1, len(taken) + 2) if (name := plain if count == 1 else f"{plain}-{count}") not in taken
    )
    taken.add(key)
    return key
