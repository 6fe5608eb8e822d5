"""Attributes of queries with how they are matched, for the services that a section is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.draft import Fact, Method
from dcsgen.base.standard import elements
from dcsgen.base.words import Role
from dcsgen.ingest import roles
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.entities import entity_of, key_of
from dcsgen.ingest.pairs import words
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Row, Section, Table

_FINDS: tuple[tuple[str, str], ...] = (
    (r"\bworklist\b|\bmwl\b", "ModalityWorklistInformationModelFind"),
    (r"patient root", "PatientRootQueryRetrieveInformationModelFind"),
    (r"study root", "StudyRootQueryRetrieveInformationModelFind"),
)
_QUERIES = frozenset(keyword for _, keyword in _FINDS[1:])
_ABOUT = re.compile(r"quer(y|ies)|c-find|\bfind\b|worklist|\bkeys?\b|matching|identifier", re.I)
_NAME = re.compile(r"attribute|\bname\b|keyword|\bkey\b|description|element", re.I)
_TAG = re.compile(r"\btags?\b", re.I)
_MATCHING = re.compile(r"match|query key|type of key|key type|search", re.I)
_RETURNED = re.compile(r"return|display|response", re.I)
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
    heads = [words(text) for text in table.rows[0].texts]
    name = next((index for index, head in enumerate(heads) if _NAME.search(head)), None)
    tag = next((index for index, head in enumerate(heads) if _TAG.search(head)), None)
    matching = next((index for index, head in enumerate(heads) if index and _MATCHING.search(head)), None)
    returned = next((index for index, head in enumerate(heads) if index and _RETURNED.search(head)), None)
    if name is None or tag is None or matching is None:
        return
    service = _service(section, title, services)
    if not service:
        return
    above: list[str] = []
    for row in table.rows[1:]:
        keyword, depth = _attribute(row, name, tag)
        above = above[:depth]
        if not keyword or depth > len(above):
            continue
        above.append(keyword)
        said = _said(row, matching, returned)
        if said is not None:
            path = ("services", service, "keys", ".".join(above))
            yield Fact(path=path, value=said, evidence=(evidence(row),), method=Method.NAME, confidence=0.85)


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


def _attribute(row: Row, name: int, tag: int) -> tuple[str, int]:
    """The keyword of the Attribute of a row, and how many Sequences it is in."""
    if max(name, tag) >= len(row.cells):
        return "", 0
    text = row.texts[name].strip()
    depth = len(re.match(r"[>\s]*", text)[0].replace(" ", "")) if re.match(r">", text) else 0  # type: ignore[index]
    number = re.search(r"\(?\s*([0-9A-Fa-f]{4})\s*,\s*([0-9A-Fa-f]{4})\s*\)?", row.texts[tag])
    found = elements.by_tag(f"({number[1]},{number[2]})") if number else elements.find(words(text).strip("> "))
    return (found.keyword, depth) if found is not None else ("", depth)


def _said(row: Row, matching: int, returned: int | None) -> dict[str, Any] | None:
    """What a row says about its key; None if it is neither matched nor returned."""
    text = words(row.texts[matching]) if matching < len(row.cells) else ""
    kinds = [kind for kind, pattern in _KINDS if re.search(pattern, text, re.I if len(text) > 3 else 0)]
    said: dict[str, Any] = {"matching": kinds} if kinds else {}
    back = words(row.texts[returned]) if returned is not None and returned < len(row.cells) else ""
    if back and roles.is_answer(back):
        said["returned"] = roles.is_yes(back)
    if kinds or roles.is_yes(text):
        return said
    return said if said.get("returned") else None
