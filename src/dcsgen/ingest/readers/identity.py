"""Product, vendor, version, document and date, as covers and tables of them say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.place import Path
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.lexicon import cleaned
from dcsgen.plugin.document import Document, Heading, Paragraph, Table

FIRST = 40
"""Blocks at the beginning in which a cover may be."""

_KEYS: tuple[tuple[Path, str], ...] = (
    (("product", "vendor"), r"(manufacturer|vendor|company|developed by|made by|publisher)( name)?"),
    (("product", "name"), r"(product|system|application|software|device)( name)?|trade name|model( name)?"),
    (("product", "version"), r"((product|software|system) )?(version|release)( number)?|software revision"),
    (("document", "identifier"), r"document (number|id|identifier|no\.?)|part number|doc\.? ?(no|id)\.?"),
    (("document", "revision"), r"(document )?(revision|issue|edition)( number)?|document version"),
    (("document", "date"), r"(document |release |publication |issue )?date( of issue)?"),
)
_TITLE = re.compile(r"^(?P<name>.{2,80}?)\s*[-–—:|]*\s*\bdicom\b.{0,12}\bconformance\s+statement\b", re.I)
_TITLE_AFTER = re.compile(
    r"\bconformance\s+statement\b\s*(?:[-–—:|]|\bfor\b|\bof\b)\s*(?:the\s+)?(?P<name>.{2,80})$", re.I
)
_VERSION = re.compile(r"\b(?:version|release|v)\.?\s*(?P<version>\d[\w.\-]*)", re.I)
_DATES = (
    re.compile(r"\b(?P<y>20\d\d|19\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)\b"),
    re.compile(r"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\.?[ -](?P<month>[A-Z][a-z]{2,8})\.?,?[ -](?P<y>20\d\d|19\d\d)\b"),
    re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\.? (?P<d>[0-3]?\d)(?:st|nd|rd|th)?,? (?P<y>20\d\d|19\d\d)\b"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read(document: Document) -> Iterator[Fact]:
    """What the document says of its product and of itself; of several that say the same, the surest first."""
    found = [*_of_tables(document), *_of_cover(document), *_of_metadata(document)]
    best: dict[Path, Fact] = {}
    for fact in sorted(found, key=lambda each: -each.confidence):
        best.setdefault(fact.path, fact)
    yield from best.values()


def day(text: str) -> str:
    """The first day of the calendar in a text, as year-month-day; empty if there is none."""
    for form in _DATES:
        for match in form.finditer(text):
            said = match.groupdict()
            month = said.get("m") or _month(said.get("month", ""))
            if month and 1 <= int(said["d"]) <= 31:
                return f"{said['y']}-{int(month):02}-{int(said['d']):02}"
    return ""


def _month(word: str) -> str:
    start = word[:3].casefold()
    return str(_MONTHS.index(start) + 1) if start in _MONTHS else ""


def _of_tables(document: Document) -> Iterator[Fact]:
    """Tables with a name on the left and its value on the right."""
    for block in document.blocks:
        if not isinstance(block, Table) or block.width != 2:
            continue
        for row in block.rows:
            key, value = (" ".join(cleaned(text).split()) for text in row.texts)
            for path, words in _KEYS:
                if value and len(value) < 120 and re.fullmatch(words, key.strip(" :"), re.I):
                    made = day(value) if path[-1] == "date" else value
                    if made:
                        yield _fact(path, made, evidence(row), 0.9)
                    break


def _of_cover(document: Document) -> Iterator[Fact]:
    for index, block in enumerate(document.blocks[:FIRST]):
        if not isinstance(block, Heading | Paragraph):
            continue
        text = " ".join(cleaned(block.text).split())
        where = Evidence(page=block.spot.page, box=block.spot.box, line=block.spot.line, text=text[:200])
        title = _TITLE.search(text) or _TITLE_AFTER.search(text)
        if title is not None and index < 12 and len(text) < 160:
            name = _VERSION.sub("", title["name"]).strip(" -–—:|,")
            if name and name.casefold() not in ("the", "a", "this", "dicom", "in this", "our"):
                yield _fact(("product", "name"), name, where, 0.8)
        if index < 12 and len(text) < 120 and (version := _VERSION.search(text)) is not None:
            yield _fact(("product", "version"), version["version"].rstrip("."), where, 0.75)
        if len(text) < 120 and (said := day(text)):
            yield _fact(("document", "date"), said, where, 0.75)


def _of_metadata(document: Document) -> Iterator[Fact]:
    where = Evidence(text="what the file says of itself")
    title = document.metadata.get("title", "")
    found = _TITLE.search(title) or _TITLE_AFTER.search(title)
    if found is not None:
        yield _fact(("product", "name"), found["name"].strip(" -–—:|,"), where, 0.7)
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", document.metadata.get("created", ""))
    if made is not None:
        yield _fact(("document", "date"), "-".join(made.groups()), where, 0.5)


def _fact(path: Path, value: str, where: Evidence, confidence: float) -> Fact:
    return Fact(path=path, value=value, evidence=(where,), method=Method.SENTENCE, confidence=confidence)
