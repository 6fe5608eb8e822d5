"""Character sets that are supported beside the default repertoire."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.standard import character_sets
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.lexicon import cleaned
from dcsgen.ingest.pairs import words
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Section, Table

_TERM = re.compile(
    r"\bISO[ _-]?2022[ _-]?IR[ _-]?(?P<extended>\d{1,3})\b|\bISO[ _-]IR[ _-]?(?P<single>\d{1,3})\b|"
    r"\b(?P<other>GB18030|GBK)\b"
)
_NO = re.compile(r"\b(not|no|never|neither|without|cannot|unsupported|reject\w*|except|other than|none)\b", re.I)
_ONLY_MENTIONED = re.compile(r"\b(e\.?g\.?|for example|such as|convert\w*|transliterat\w*)\b|command|option", re.I)
_INCLUDES = re.compile(r"\b(supports?|supported|accepts?|uses?|can be|is set|encoded|exclusively)\b", re.I)
_CONVERSION = re.compile(r"incoming|outgoing|conversion|converted", re.I)


def read(document: Document) -> Iterator[Fact]:
    """The Defined Terms of character sets that tables and sentences about them say are supported."""
    best: dict[str, Fact] = {}
    for section in document.sections():
        for term, where, sure in _of_section(section):
            before = best.get(term)
            if before is None or before.confidence < sure:
                best[term] = _fact(term, where, sure)
    yield from best.values()


def _fact(term: str, where: Evidence, sure: float) -> Fact:
    path = ("character_sets", "supported", term)
    return Fact(path=path, value=term, evidence=(where,), method=Method.NAME, confidence=round(sure, 3))


def _of_section(section: Section) -> Iterator[tuple[str, Evidence, float]]:
    about = is_about(section, "character sets")
    if is_about(section, "glossary") or is_about(section, "limits") or is_about(section, "history"):
        return
    block = section.block
    if isinstance(block, Table) and about:
        head = " ".join(block.rows[0].texts) if block.rows else ""
        if _CONVERSION.search(head):
            return
        for row in block.rows:
            text = " ".join(row.texts)
            answers = [words(cell) for cell in row.texts if not _TERM.search(cell)]
            if not any(re.match(r"(no|not supported|none|unsupported|-)$", answer, re.I) for answer in answers):
                for term in terms_in(text):
                    yield term, evidence(row), 0.94
    elif isinstance(block, Paragraph):
        for sentence in re.split(r"(?<=[.;])\s+", cleaned(block.text)):
            text = words(sentence)
            stated = _INCLUDES.search(text) and re.search(r"character", text, re.I)
            if _NO.search(text) or _ONLY_MENTIONED.search(text) or not (about or stated):
                continue
            for term in terms_in(text):
                yield term, evidence(block, text), 0.9 if block.item and about else 0.8


def terms_in(text: str) -> list[str]:
    """The Defined Terms in a text as the standard writes them, without the default repertoire."""
    found: dict[str, None] = {}
    plain = cleaned(text)
    together, end = "", -1
    for match in _TERM.finditer(plain):
        term = _term(match)
        if together and re.fullmatch(r"\s*\\\s*", plain[end : match.start()]):
            # Terms that are used together are one value.
            found.pop(together, None)
            term = f"{together}\\{term}"
        together, end = term, match.end()
        if all(character_sets.find(part) is not None for part in term.split("\\")):
            found[term] = None
    found.pop("ISO 2022 IR 6", None)
    return list(found)


def _term(match: re.Match[str]) -> str:
    if match["extended"]:
        return f"ISO 2022 IR {match['extended']}"
    return f"ISO_IR {match['single']}" if match["single"] else str(match["other"])
