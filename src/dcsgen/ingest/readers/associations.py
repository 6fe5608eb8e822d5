"""How Application Entities set up Associations: lengths of PDUs, numbers, identification, asynchronous operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.place import Path
from dcsgen.base.standard import uids
from dcsgen.ingest.assembling import ONLY_ENTITY
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.entities import entities_of, entity_of, key_of
from dcsgen.ingest.lexicon import REGISTERED
from dcsgen.ingest.pairs import Pair, pairs_of, words
from dcsgen.ingest.quantities import is_unlimited, size, whole
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Section

UID = re.compile(r"(?<![\w.])(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){3,}(?![\w.]*<)")
_NAME = re.compile(r"[\w.\-+/]{1,16}")
_CONTEXT = re.compile(r"(dicom )?application context( names?)?( \(acn\))?", re.I)
_CLASS_UID = re.compile(r"(dicom )?implementation (class )?(uid|identifier|unique identifier)s?", re.I)
_VERSION_NAME = re.compile(r"(dicom )?implementation (version|name)( name)?s?", re.I)
_PDU = re.compile(r"\bpdus?\b|protocol data unit", re.I)
_PDU_KEY = re.compile(r"(?=.*(\bmax|largest|\bsize|length))", re.I)
_ASSOCIATIONS = re.compile(
    r"^(?!.*\b(time|per ip|timeout)\b).*(max\w*\.?|number of|simultaneous|concurrent|parallel)\b.*"
    r"\b(associations?|connections?)\b",
    re.I,
)
_ASYNCHRONOUS = re.compile(r"asynchron|outstanding (operation|transaction)", re.I)
_SENT = re.compile(r"\b(sent|send|sending|transmit\w*|outgoing|write)\b", re.I)
_RECEIVED = re.compile(r"\b(receiv\w*|accept\w*|incoming|read)\b", re.I)
_INITIATOR = re.compile(r"\b(initiat\w*|open(s|ed)?|outgoing|request(s|or)|as (an? )?scu|invoked|propos\w+)\b", re.I)
_ACCEPTOR = re.compile(r"\b(accept\w*|serve[sd]?|incoming|handles?|as (an? )?scp|performed)\b", re.I)
_NOT = re.compile(r"\b(not|no|never|neither|without|cannot|unsupported)\b", re.I)
_BUT = re.compile(r"\b(although|however|but|except|unless|if|when)\b", re.I)
_SAID_NAME = re.compile(
    r"[Ii]mplementation [Vv]ersion [Nn]ame\b(?:\s+(?:is|of))?\s*[:=]?\s*[\"'“]?(?=\S*[A-Z0-9_])([\w.\-]{2,16})[\"'”]?"
    r"(?=[\s.,;]|$)"
)
UNREGISTERED = 0.4
"""How sure a UID is that only DICOM could give, and did not."""

_SENTENCES = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z])|\n\n+")
_AT_MOST = re.compile(
    r"\b(?:at most|maximum(?: number)? of|up to|no more than|limited to|is|are)\s+(?:a maximum of\s+)?"
    r"(?P<number>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|a single)\b",
    re.I,
)


def read(document: Document) -> Iterator[Fact]:
    """What the document says about Associations, by Application Entity; what is said of none is of all."""
    known = entities_of(document)
    found: dict[tuple[Path, str], Fact] = {}
    for fact in (*_of_pairs(document, known), *_of_sentences(document, known)):
        before = found.get((fact.path, str(fact.value)))
        if before is None or before.confidence < fact.confidence:
            found[fact.path, str(fact.value)] = fact
    # A value that an Application Entity has of its own counts for more than one for all.
    own = {fact.path for fact in found.values() if fact.method is not Method.REFERENCE}
    yield from (fact for fact in found.values() if fact.method is not Method.REFERENCE or fact.path not in own)


def entities_in(text: str, known: Sequence[str]) -> list[str]:
    """The known Application Entities that a text names."""
    return [name for name in known if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.I)]


def _owners(section: Section, texts: str, known: Sequence[str]) -> tuple[list[str], bool]:
    """The Application Entities that something is about, and whether it says so itself."""
    named = entities_in(texts, known) or [one for one in [entity_of(section)] if one]
    if named:
        return named, True
    return (list(known), len(known) == 1) if known else ([ONLY_ENTITY], True)


def _facts(
    section: Section, texts: str, known: Sequence[str], below: Path, value: object, where: Evidence, sure: float
) -> Iterator[Fact]:
    owners, own = _owners(section, texts, known)
    root = "file_meta_information" if is_about(section, "file meta") else "association"
    if root != "association" and not str(below[0]).startswith("implementation"):
        return
    for owner in owners:
        yield Fact(
            path=("application_entities", key_of(owner), root, *below),
            value=value,
            evidence=(where,),
            method=Method.SENTENCE if own else Method.REFERENCE,
            confidence=round(sure * (1.0 if own else 0.88), 3),
        )


def _of_pairs(document: Document, known: Sequence[str]) -> Iterator[Fact]:
    for pair in pairs_of(document):
        if is_about(pair.section, "glossary") or is_about(pair.section, "history"):
            continue
        for below, value, sure in _values(pair):
            texts = f"{pair.key} {pair.caption}"
            yield from _facts(pair.section, texts, known, below, value, pair.where, sure * pair.confidence)


def _values(pair: Pair) -> Iterator[tuple[Path, object, float]]:
    """The parameters that a name with its value stands for, with how sure that is."""
    key, value = pair.key, words(pair.value)
    plain = re.sub(r"\s*\(.*?\)", "", key).strip()
    if _CONTEXT.fullmatch(plain):
        if found := UID.search(value):
            yield ("application_context",), found[0], _registered(found[0], 0.95)
    elif _CLASS_UID.fullmatch(plain):
        if found := UID.search(value):
            yield ("implementation_class_uid",), found[0], 0.95
    elif _VERSION_NAME.fullmatch(plain):
        if (name := _version_name(value)) is not None and UID.fullmatch(name) is None:
            yield ("implementation_version_name",), name, 0.93
    elif _PDU.search(key) and _PDU_KEY.search(key):
        if (length := size(value)) is not None:
            for below, sure in _directions(key):
                yield (below,), length.number, length.confidence * sure
        elif is_unlimited(value):
            for below, sure in _directions(key):
                yield (below,), 0, 0.9 * sure
    elif _ASYNCHRONOUS.search(key):
        yield from _windows(key, value, pair.about)
    elif _ASSOCIATIONS.search(key) and len(key) < 90:
        yield from _numbers(key, value, pair.about)


def _version_name(value: str) -> str | None:
    """The Implementation Version Name that a value begins with."""
    name = re.sub(r"\s*\(.*\)$", "", value).strip(" \"'“”`.,;")
    return name if _NAME.fullmatch(name) else None


def _directions(text: str) -> Iterator[tuple[str, float]]:
    sent, received = bool(_SENT.search(text)), bool(_RECEIVED.search(text))
    if received or not sent:
        # The length that is negotiated is that of what one receives (PS3.8 D.1).
        yield "max_pdu_received", 0.95 if received else 0.86
    if sent:
        yield "max_pdu_sent", 0.95


def _windows(key: str, value: str, about: str) -> Iterator[tuple[Path, object, float]]:
    number = whole(value)
    if number is None and re.match(r"(not supported|none|no)\b", value, re.I) and not _BUT.search(value):
        number = 1
    if number is None:
        return
    texts = f"{key} {about}"
    initiator, acceptor = bool(_INITIATOR.search(texts)), bool(_ACCEPTOR.search(texts))
    sure = 0.94 if initiator != acceptor else 0.85
    if initiator or not acceptor:
        yield ("asynchronous_window", "invoked"), number, sure
    if acceptor or not initiator:
        yield ("asynchronous_window", "performed"), number, sure


def _numbers(key: str, value: str, about: str) -> Iterator[tuple[Path, object, float]]:
    number: int | str | None = "unlimited" if is_unlimited(value) else whole(value)
    if number is None or number == 0:
        return
    for texts, sure in ((key, 0.95), (about, 0.93)):
        initiator, acceptor = bool(_INITIATOR.search(texts)), bool(_ACCEPTOR.search(texts))
        if initiator != acceptor:
            yield ("as_initiator" if initiator else "as_acceptor", "max_associations"), number, sure
            return
    yield ("as_acceptor", "max_associations"), number, 0.72


def _of_sentences(document: Document, known: Sequence[str]) -> Iterator[Fact]:
    for section in document.sections():
        block = section.block
        if not isinstance(block, Paragraph) or is_about(section, "glossary") or is_about(section, "history"):
            continue
        for sentence in _SENTENCES.split(block.text):
            text = words(sentence)
            for below, value, sure in _said(text, section):
                yield from _facts(section, text, known, below, value, evidence(block, text), sure)


def _registered(uid: str, sure: float) -> float:
    """How sure a UID is: one below the root of DICOM that is not registered is a mistake of the document."""
    return UNREGISTERED if uid.startswith(REGISTERED) and uids.by_uid(uid) is None else sure


def _said(text: str, section: Section) -> Iterator[tuple[Path, object, float]]:
    """The parameters that a sentence states."""
    if found := re.search(rf"implementation (?:class )?uid\b[^.\d]{{0,60}}?({UID.pattern})", text, re.I):
        yield ("implementation_class_uid",), found[1], 0.88
    if version := _SAID_NAME.search(text):
        yield ("implementation_version_name",), version[1].rstrip("."), 0.82
    if found := re.search(rf"application context(?: name)?\b[^.\d]{{0,40}}?({UID.pattern})", text, re.I):
        yield ("application_context",), found[1], _registered(found[1], 0.88)
    if _PDU.search(text) and re.search(r"\bmax|\blargest\b|up to", text, re.I) and not _NOT.search(text):
        sizes = [one for part in _PDU.split(text)[1:] if (one := size(part)) is not None]
        if len(sizes) == 1 and not re.search(r"\b(between|from|to|range)\b.*\d.*\d", text):
            for name, sure in _directions(text):
                yield (name,), sizes[0].number, 0.9 * sizes[0].confidence * sure
    if re.search(r"\b(simultaneous|concurrent|parallel|number of)\b.*\bassociations?\b", text, re.I):
        yield from _stated_numbers(text, section)
    asynchronous = re.search(r"\basynchron", text, re.I)
    if asynchronous and _NOT.search(text) and re.search(r"support|negotiat", text) and not _BUT.search(text):
        yield ("asynchronous_window", "invoked"), 1, 0.8
        yield ("asynchronous_window", "performed"), 1, 0.8


def _stated_numbers(text: str, section: Section) -> Iterator[tuple[Path, object, float]]:
    found = _AT_MOST.search(text)
    number: int | str | None = whole(found["number"]) if found else None
    if number is None and is_unlimited(text):
        number = "unlimited"
    if number is None or (_NOT.search(text) and number != "unlimited" and "no more than" not in text):
        return
    initiator, acceptor = bool(_INITIATOR.search(text)), bool(_ACCEPTOR.search(text))
    if initiator == acceptor:
        title = section.titles[-1] if section.titles else ""
        initiator, acceptor = bool(_INITIATOR.search(title)), bool(_ACCEPTOR.search(title))
    if initiator != acceptor:
        yield ("as_initiator" if initiator else "as_acceptor", "max_associations"), number, 0.82
