"""Product, vendor, version, document, revision and date, as covers, tables and the file itself say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.place import Path
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.dates import day
from dcsgen.ingest.pairs import heading_evidence, pairs_of, under, words
from dcsgen.ingest.sections import LAYOUTS, reduced, titles_of
from dcsgen.plugin.document import Document, Heading, Paragraph, Section, Table

FIRST = 40
"""Blocks at the beginning in which a cover may be."""

LONGEST = 90
"""Characters of a name or a number."""

NAME, VENDOR, VERSION = ("product", "name"), ("product", "vendor"), ("product", "version")
IDENTIFIER, REVISION, DATE = ("document", "identifier"), ("document", "revision"), ("document", "date")

_KEYS: tuple[tuple[Path, str, float], ...] = (
    (VENDOR, r"(legal )?(manufacturer|vendor|company|supplier|publisher)( name| identification)?", 0.9),
    (VENDOR, r"(developed|made|manufactured|published) by", 0.8),
    (NAME, r"(product|application|software|device|system|trade|commercial|model|brand) name|product|trade ?name", 0.9),
    (NAME, r"(dicom )?conformance statement for|model( number)?|system|application", 0.75),
    (VERSION, r"(product|software|system|application|device)[ /]*(version|release|revision)( number)?s?", 0.92),
    (VERSION, r"(version|release)( number)?|version[ /]release", 0.8),
    (IDENTIFIER, r"(dcs |doc(ument)?[ .]*)(number|id|identifier|identification|no|nr|part number|#)\.?|document", 0.92),
    (IDENTIFIER, r"part number|publication (number|no\.?)|order(ing)? number", 0.75),
    (REVISION, r"(doc(ument)?\.? )(revision|version|issue|edition|rev\.?)( number| no\.?)?", 0.92),
    (REVISION, r"(revision|issue|edition|rev\.?)( number| no\.?)?", 0.85),
    (DATE, r"(doc(ument)?|publication|issue|revision|release) date|date of (issue|publication|revision)", 0.9),
    (DATE, r"date", 0.85),
)
_TITLE = re.compile(r"^(?P<name>\S.{1,80}?)\s*[-–—:|,]*\s*\bdicom\b(?:\s+v?[\d.]+)?\s+conformance\s+statement\b", re.I)
_TITLE_SHORT = re.compile(r"^(?P<name>\S.{1,80}?)\s*[-–—:|,]*\s*\bconformance\s+statement\b", re.I)
_TITLE_AFTER = re.compile(
    r"^(?:the\s+)?(?:dicom\s+)?\bconformance\s+statement\b\s*(?:[-–—:|]|\bfor\b|\bof\b)\s*(?:the\s+)?"
    r"(?P<name>[^\s.].{1,80})$",
    re.I,
)
_FOR = re.compile(
    r"\bconformance\s+statement\s+(?:for|of)\s+(?:the\s+)?(?P<name>[A-Z][^.,;]{1,60}?)"
    r"(?=[.,;(]|\s+(?:is|are|which|that|version|software|from|by|describes|system\.|application\.)\b|$)"
)
_BARE = re.compile(r"^(the )?(dicom )?(v?3(\.0)? )?conformance statement( overview)?$", re.I)
_VERSION = re.compile(r"\b(?:version|release|rev(?:ision)?|v)\.?\s*(?P<version>\d+(?:\.\w+)*)\b", re.I)
_NO_NAME = re.compile(
    r"^(dicom|dicom v?3(\.0)?)$|^(the|a|an|this|these|our|your|is|it|chapter|introduction|overview|version|revision|"
    r"table of contents|contents|in|for|of|date|author|copyright|page)\b|"
    r"\bthis (document|dicom|statement)\b|\bsource of truth\b|[.;]$",
    re.I,
)
_COMPANY = re.compile(
    r"\b(inc\.?|incorporated|ltd\.?|limited|llc|gmbh|ag|s\.?a\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|corp(oration)?\.?|"
    r"co\.,? ?ltd\.?|company|kg|oy|ab|pty\.?( ltd\.?)?|e\.v\.|k\.k\.|systems ltd)$",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:\d{4}\s*(?:[-–,]\s*\d{4})*,?\s*)(?:by\s+)?"
    r"(?P<name>[A-Z][\w&.,' \-]{2,60}?)(?:\.\s|\.?$|,? all rights|\s+-\s)",
    re.I,
)
_HISTORY = re.compile(r"(revision|document|change|version|release) (history|log|record)|^(history|revisions)$", re.I)


def read(document: Document) -> Iterator[Fact]:
    """What the document says of its product and of itself; of several that say the same, the surest first."""
    found = [*_of_pairs(document), *_of_cover(document), *_of_history(document), *_of_metadata(document)]
    best: dict[Path, Fact] = {}
    for fact in sorted(found, key=lambda each: -each.confidence):
        best.setdefault(fact.path, fact)
    yield from best.values()


def _of_pairs(document: Document) -> Iterator[Fact]:
    """Names with their values, before the history of the document and outside of it."""
    sections = list(document.sections())
    start = {id(section.block) for section in sections[:FIRST]}
    for pair in pairs_of(document):
        first = id(pair.section.block) in start
        about = re.search(r"product|document|manufacturer|identif|vendor|general|cover|introduction", pair.about, re.I)
        if not (first or about) or under(pair.section, _HISTORY) or len(pair.value) > LONGEST:
            continue
        for path, keys, sure in _KEYS:
            if re.fullmatch(keys, pair.key, re.I):
                yield from _value(path, pair.value, pair.where, sure * pair.confidence * (1.0 if first else 0.85))
                break


def _value(path: Path, text: str, where: Evidence, sure: float, method: Method = Method.SENTENCE) -> Iterator[Fact]:
    value = day(text) if path == DATE else words(text).strip(" *_`\"'")
    if path == VERSION and (
        said := re.fullmatch(r"(?:(?:version|release)\b\.?|v\.?(?=\s|\d+\.))\s*(\d.*)", value, re.I)
    ):
        value = said[1]
    if not value or re.fullmatch(r"n/?a|none|tbd|unknown|not (stated|applicable)|[-–—]+", value, re.I):
        return
    if path in (VERSION, REVISION) and not re.search(r"\d|^[A-Z]$", value):
        return
    yield Fact(path=path, value=value, evidence=(where,), method=method, confidence=round(sure, 3))


def _of_cover(document: Document) -> Iterator[Fact]:
    """Titles and lines before the first chapter; and the sentence that says for what the statement is."""
    cover = True
    bare: Heading | Paragraph | None = None
    for index, block in enumerate(document.blocks[:FIRST]):
        if isinstance(block, Table):
            continue
        text = words(block.text)
        where = heading_evidence(block) if isinstance(block, Heading) else evidence(block, text[:200])
        cover = cover and not (isinstance(block, Heading) and re.match(r"(\d+\s+)?introduction\b", text, re.I))
        if cover and index < 16 and len(text) < 160:
            yield from _of_line(text, where, isinstance(block, Heading))
            # The name stands in the line beside a title that has none.
            beside = document.blocks[index - 1] if index and bare is None else None
            if _BARE.match(text) and not text.casefold().endswith("overview"):
                if isinstance(beside, Heading) and not beside.number:
                    yield from _named(words(beside.text), heading_evidence(beside), 0.78)
                bare = block
            elif bare is not None and isinstance(block, Heading) and not block.number and block.level <= 2:
                yield from _named(text, where, 0.72)
                bare = None
        if isinstance(block, Paragraph) and (said := _FOR.search(text)):
            yield from _named(said["name"], where, 0.8)
        if isinstance(block, Paragraph) and (said := _COPYRIGHT.search(text)):
            yield from _value(VENDOR, said["name"].strip(" ,."), where, 0.72)


def _of_line(text: str, where: Evidence, is_heading: bool) -> Iterator[Fact]:
    title = _TITLE.search(text) or _TITLE_AFTER.search(text)
    if title is None and (is_heading or "CONFORMANCE STATEMENT" in text):
        title = _TITLE_SHORT.search(text)
    if title is not None:
        yield from _named(title["name"], where, 0.82 if is_heading else 0.76)
    if len(text) < 100 and (version := _VERSION.search(text)) and not re.search(r"\bdicom (version|v)\b|\bAPI\b", text):
        yield from _value(VERSION, version["version"], where, 0.8 if title or is_heading else 0.72)
        name = text[: version.start()].strip(" -–—:|,(")
        if is_heading and title is None and name and len(name.split()) <= 5 and not _BARE.match(name):
            yield from _named(name, where, 0.72)
    if len(text) < 60 and day(text):
        yield from _value(DATE, text, where, 0.78)
    if len(text) < 60 and _COMPANY.search(text) and not re.search(r"copyright|©|\d{4}", text, re.I):
        yield from _value(VENDOR, text, where, 0.8)


def _named(text: str, where: Evidence, sure: float) -> Iterator[Fact]:
    name = _VERSION.sub("", words(text)).strip(" -–—:|,()*")
    if (number := re.search(r"^(\D.*?)\s+v?(\d+\.\d[\w.]*)$", name)) is not None:
        name = number[1]
        yield from _value(VERSION, number[2], where, sure)
    if 1 < len(name) <= LONGEST and not _NO_NAME.search(name) and not _BARE.match(name) and re.search("[A-Za-z]", name):
        if reduced(name) in _of_sections():
            return
        yield from _value(NAME, name, where, sure)


@cache
def _of_sections() -> frozenset[str]:
    """What sections are called, which no product is."""
    return frozenset(reduced(title) for layout in LAYOUTS for _, title, _ in titles_of(layout))


def _of_history(document: Document) -> Iterator[Fact]:
    """The newest line of the history of revisions: its revision and its date."""
    for section in document.sections():
        table = section.block
        if isinstance(table, Table) and len(table.rows) > 1 and (under(section, _HISTORY) or _is_history(table)):
            yield from _newest(section, table)
            return


def _is_history(table: Table) -> bool:
    heads = [words(text).casefold() for text in table.rows[0].texts]
    return any("revision" in head or head == "version" for head in heads) and any("date" in head for head in heads)


def _newest(section: Section, table: Table) -> Iterator[Fact]:
    heads = [words(text).casefold() for text in table.rows[0].texts]
    dates = next((index for index, head in enumerate(heads) if "date" in head), None)
    numbers = next(
        (index for index, head in enumerate(heads) if re.search(r"\b(rev|version|issue|edition)", head)), None
    )
    if dates is None or numbers is None or numbers == dates:
        return
    rows = [(day(row.texts[dates]), row) for row in table.rows[1:] if max(dates, numbers) < len(row.cells)]
    stated = [pair for pair in rows if pair[0]]
    if not stated:
        return
    made, row = max(stated, key=lambda pair: pair[0])
    yield from _value(DATE, made, evidence(row), 0.74)
    yield from _value(REVISION, row.texts[numbers], evidence(row), 0.78)


def _of_metadata(document: Document) -> Iterator[Fact]:
    """What the file says of itself: fields of its front matter, its title, when it was made."""
    for key, text in document.metadata.items():
        where = Evidence(text=f"{key}: {text}")
        plain = re.sub(r"^doc[_ ]", "document ", key).replace("_", " ")
        for path, keys, sure in _KEYS:
            if plain not in ("created", "producer", "document") and re.fullmatch(keys, plain, re.I):
                yield from _value(path, text, where, sure * 0.95)
                break
    title = words(document.metadata.get("title", ""))
    where = Evidence(text=f"title: {title}")
    if title and not re.search(r"\.(docx?|pdf|odt|tex)$|^microsoft word", title, re.I):
        version = _VERSION.search(title)
        found = _TITLE.search(title) or _TITLE_AFTER.search(title)
        if found is not None:
            yield from _named(found["name"], where, 0.74)
        elif version is not None:
            yield from _named(title[: version.start()], where, 0.72)
        if version is not None:
            yield from _value(VERSION, version["version"], where, 0.74)
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", document.metadata.get("created", ""))
    if made is not None:
        yield from _value(DATE, "-".join(made.groups()), Evidence(text="when the file was made"), 0.5)
