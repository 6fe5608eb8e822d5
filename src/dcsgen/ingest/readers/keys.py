"""Attributes of queries with how they are matched, for the services that a section is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.draft import Fact, Method
from dcsgen.base.words import Role
from dcsgen.ingest import roles
from dcsgen.ingest.attribute_rows import attribute_rows
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.entities import entity_of, key_of
from dcsgen.ingest.heads import heads_of
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Section, Table

_FINDS: tuple[tuple[str, str], ...] = (
    (r"\bworklist\b|\bmwl\b", "ModalityWorklistInformationModelFind"),
    (r"patient root", "PatientRootQueryRetrieveInformationModelFind"),
    (r"study root", "StudyRootQueryRetrieveInformationModelFind"),
)
_QUERIES = frozenset(keyword for _, keyword in _FINDS[1:])
_ABOUT = re.compile(r"quer(y|ies)|c-find|\bfind\b|worklist|\bkeys?\b|matching|identifier", re.I)
_HEADS = {
    "tag": r"\btags?\b",
    "name": r"attribute|\bname\b|keyword|\bkey\b|description|element",
    "matching": r"match|query key|type of key|key type|search",
    "returned": r"return|display|response",
}
_KINDS: tuple[tuple[str, str], ...] = (
    ("single_value", r"\b(single|exact|fixed)\b|^s\b|\bS\b"),
    ("uid", r"\buids?\b"),
    ("wildcard", r"wild|\*|^w\b|\bW\b"),
    ("range", r"\brange|^r\b|\bR\b"),
    ("sequence", r"\bsequence\b"),
    ("universal", r"\buniversal|^u\b|\bU\b"),
)


def read(document: Document, services: Mapping[str, Any]) -> Iterator[Fact]:
    """The keys of the tables about queries, where it is sure which one of the services they are of."""
    caption = ""
    for section in document.sections():
        block = section.block
        if isinstance(block, Table) and not is_about(section, "history"):
            title = " ".join((block.caption or caption, *section.titles[-2:]))
            yield from _of_table(block, section, title, services)
        caption = block.text if isinstance(block, Paragraph) and block.caption else ""


def _of_table(table: Table, section: Section, title: str, services: Mapping[str, Any]) -> Iterator[Fact]:
    if len(table.rows) < 2 or not _ABOUT.search(title) or re.search(r"\bweb\b|qido|search transaction", title, re.I):
        return
    heads = heads_of(table, _HEADS)
    if not {"name", "tag", "matching"} <= heads.at.keys():
        return
    service = _service(section, title, services)
    if not service:
        return
    for path, row in attribute_rows(heads):
        said = _said(heads.text(row, "matching"), heads.text(row, "returned"))
        if said is not None:
            yield Fact(
                path=("services", service, "keys", path),
                value=said,
                evidence=(evidence(row),),
                method=Method.NAME,
                confidence=0.85,
            )


def _service(section: Section, title: str, services: Mapping[str, Any]) -> str:
    """The one service that a table of keys is of; empty if it may be several or none."""
    titles = " ".join((title, *section.titles))
    wanted = {keyword for pattern, keyword in _FINDS if re.search(pattern, titles, re.I)} or set(_QUERIES)
    entity, role = key_of(entity_of(section)) if entity_of(section) else "", roles.of_title(title)
    fitting = [
        name
        for name, service in services.items()
        if wanted & set(service["sop_classes"])
        and entity in ("", service["application_entity"])
        and (role in (None, Role.BOTH) or service["role"] in (role.value if role else "", Role.BOTH.value))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _said(matching: str, returned: str) -> dict[str, Any] | None:
    """What a row says about its key; None if it is neither matched nor returned."""
    kinds = [kind for kind, pattern in _KINDS if re.search(pattern, matching, re.I if len(matching) > 3 else 0)]
    said: dict[str, Any] = {"matching": kinds} if kinds else {}
    if returned and roles.is_answer(returned):
        said["returned"] = roles.is_yes(returned)
    if kinds or roles.is_yes(matching):
        return said
    return said if said.get("returned") else None
