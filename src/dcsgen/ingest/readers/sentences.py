"""SOP Classes that stand in lists and sentences: "supports CT Image Storage (1.2.840…) as an SCU"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from dcsgen.base.draft import Method
from dcsgen.base.standard import uids
from dcsgen.base.words import Role
from dcsgen.ingest import lexicon, roles
from dcsgen.ingest.claims import ServiceClaim, Where, evidence
from dcsgen.ingest.columns import Column, columns_of
from dcsgen.ingest.entities import entity_of
from dcsgen.ingest.pairs import words
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Heading, Paragraph, Row, Section, Table

LONGEST_NAME = 80
"""Characters of a name beside a UID in a line of a list."""

_UID = re.compile(r"(?<![\w.])\d+(?:\.\d+){4,}(?![\w.]*\d)")
_NOT = re.compile(
    r"\b(not|no|never|neither|nor|without|cannot|except|unsupported|rejects?|excluding|other than)\b", re.I
)
_MENTIONED = re.compile(
    r"\b(referenced (in|by)|refers? to|see also|e\.?g\.|for example|such as|was (added|removed)|deprecated|"
    r"if (a|an|the)|when (a|an|the)|received|returned|instances? of)\b",
    re.I,
)
_AROUND = " -–•*:()[]|,;"
_ROLE_WORDS = re.compile(r"[\s(,–-]*\b(as (an? )?)?sc[up]s?\b(\s*(/|and|,)\s*sc[up]s?\b)?\)?", re.I)
_SUPPORTS = re.compile(
    r"\b(supports?|supported|provides?|provided|accepts?|conform(s|ance)|implements?|offers?|uses?)\b", re.I
)
_ELSEWHERE = re.compile(
    r"status|error|glossary|abbreviation|acronym|definition|terminolog|reference|\bkeys?\b|attributes?\b|module|"
    r"mapping|media|file.?set|de-?identif|example|introduction|revision|history|change|limitation|routing|"
    r"transfer syntax",
    re.I,
)
"""Titles of sections in which names of SOP Classes are no services."""

_WILDCARD = re.compile(
    r"\b(?:all|any|every)\b(?: of)?(?: the)?(?: (?:standard|dicom|known|registered|image|composite|current))*"
    r" (?P<group>[a-z/-]+(?: [a-z/-]+)?) sop class(?:es)?\b",
    re.I,
)
_CLASS_LIKE = re.compile(r"sop ?class|storage\b|information ?model|management|\bfind\b|\bmove\b|\bget\b", re.I)


def read(document: Document) -> Iterator[ServiceClaim]:
    """What lists and sentences claim about services, in the order of the document."""
    before: list[str] = []
    above: tuple[Heading, ...] = ()
    for section in document.sections():
        if section.headings != above:
            before, above = [], section.headings
        block = section.block
        if _is_elsewhere(section) or isinstance(block, Heading):
            continue
        if isinstance(block, Table):
            yield from _of_private(block, section, before)
            continue
        lines = [line for line in lexicon.cleaned(block.text).splitlines() if line.strip()]
        listed = [claim for line in lines for claim in _of_line(line, block, section, before)]
        if listed:
            yield from listed
            continue
        yield from _of_sentences(block, section)
        if not block.item:
            before = [*before[-3:], block.text]


def _of_private(table: Table, section: Section, before: Sequence[str]) -> Iterator[ServiceClaim]:
    """Private SOP Classes of a table of names and UIDs that has no other, and so is not known to be one of them."""
    columns = columns_of(table)
    if table.width == 2 and not columns.has(Column.CLASS_UID):
        for row in table.rows:
            if len(row.cells) == 2 and _UID.fullmatch(row.texts[1].strip()):
                yield from _of_line(" ".join(row.texts), row, section, before)


def _is_elsewhere(section: Section) -> bool:
    titles = section.titles[-2:]
    return any(_ELSEWHERE.search(title) for title in titles) or any(
        is_about(section, subject, depth=9) for subject in ("glossary", "limits", "history")
    )


def _of_line(line: str, block: Paragraph | Row, section: Section, before: Sequence[str]) -> Iterator[ServiceClaim]:
    """A line of a list: names of SOP Classes, each before its UID, and maybe its role."""
    if _NOT.search(line) or _MENTIONED.search(line):
        return
    start = 0
    for found in _UID.finditer(line):
        name = words(line[start : found.start()]).strip(_AROUND)
        start = found.end()
        after = words(line[start : start + 12])
        role = roles.of_title(name) or (roles.of_title(after) if re.match(r"\W*(as )?sc[up]", after, re.I) else None)
        plain = re.sub(r"^\W*sc[up]s?\b", "", _ROLE_WORDS.sub("", name), flags=re.I).strip(_AROUND)
        sure = _sureness(found[0], plain)
        if sure and len(plain) <= LONGEST_NAME and not _SUPPORTS.search(plain):
            said = 0.95
            if role is None:
                role, said = _scope(section, before)
            yield _claim(found[0], plain, role, said, sure, Method.UID, block, section, line)


def _sureness(uid: str, name: str) -> float:
    """How sure it is that a UID beside a name is that of a SOP Class; 0 if it is not."""
    registered = uids.by_uid(uid)
    if registered is not None:
        return 0.96 if registered.kind in uids.SOP_CLASSES else 0.0
    # Of a private one, only its name tells that it is one.
    return 0.82 if not uid.startswith(lexicon.REGISTERED) and _CLASS_LIKE.search(name) else 0.0


def _scope(section: Section, before: Sequence[str]) -> tuple[Role | None, float]:
    """The role that the sentence above a list says, or the headings above."""
    for text in reversed(before):
        if (said := roles.of_sentence(text)) is not None:
            return said.role, said.confidence
    for distance, title in enumerate(reversed(section.titles)):
        if (role := roles.of_title(title)) is not None:
            return role, round(0.9 - 0.04 * distance, 3)
    return None, 0.0


def _of_sentences(block: Paragraph, section: Section) -> Iterator[ServiceClaim]:
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", words(block.text)):
        role = roles.of_title(sentence)
        if role is None or not _SUPPORTS.search(sentence) or _NOT.search(sentence) or _MENTIONED.search(sentence):
            continue
        if (wild := _WILDCARD.search(sentence)) is not None:
            claim = _claim("", words(wild[0]), role, 0.85, 0.85, Method.WILDCARD, block, section, sentence)
            yield structs.replace(claim, wildcard=words(wild[0]))
            continue
        numbers = [
            one for one in _UID.findall(sentence) if (known := uids.by_uid(one)) and known.kind in uids.SOP_CLASSES
        ]
        for uid in numbers:
            registered = uids.by_uid(uid)
            name = registered.name if registered is not None else ""
            yield _claim(uid, name, role, 0.86, 0.9, Method.SENTENCE, block, section, sentence)
        if not numbers and role is not Role.BOTH:
            yield from _by_names(sentence, role, block, section)


def _by_names(sentence: str, role: Role, block: Paragraph, section: Section) -> Iterator[ServiceClaim]:
    """SOP Classes of a sentence that are called by their whole names."""
    verb = _SUPPORTS.search(sentence)
    rest = sentence[verb.end() :] if verb else ""
    rest = re.split(r"\b(?:as|in the role of)\b|\bsop class(?:es)?\b", rest, flags=re.I)[0]
    for part in re.split(r",|\band\b|\bor\b|:", rest):
        name = re.sub(r"^\s*(?:to|of|the|following|both|dicom)\b\s*", "", part.strip(), flags=re.I).strip(" ()")
        named = lexicon.sop_class(name) if len(name.split()) > 1 else None
        if named is not None and named.method is Method.NAME:
            yield _claim(named.uid, name, role, 0.84, 0.8, Method.SENTENCE, block, section, sentence)


def _claim(
    uid: str,
    name: str,
    role: Role | None,
    role_confidence: float,
    confidence: float,
    method: Method,
    block: Paragraph | Row,
    section: Section,
    text: str,
) -> ServiceClaim:
    return ServiceClaim(
        uid=uid,
        name=name,
        role=role,
        where=Where.SENTENCE,
        evidence=evidence(block, words(text)[:300]),
        method=method,
        confidence=confidence,
        role_confidence=role_confidence,
        application_entity=entity_of(section),
        headings=section.titles,
    )
