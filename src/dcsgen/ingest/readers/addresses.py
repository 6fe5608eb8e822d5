"""AE Titles and ports as delivered, and what each Application Entity does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.ingest.assembling import ONLY_ENTITY
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.entities import entities_of, entity_of, key_of, named
from dcsgen.ingest.pairs import pairs_of, words
from dcsgen.ingest.readers.associations import entities_in
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Row, Section, Table

_TITLE = re.compile(
    r"^(default |local |own |dicom |calling |application )*(ae|application entity)[ -]?titles?"
    r"( as delivered)?(\s*\(.*\))?$"
    r"|^(default |local |own )*aets?(\s*\(.*\))?$",
    re.I,
)
_PORT = re.compile(r"^(default |local |listen(ing)? |dicom |tcp(/ip)? |server )*port( numbers?)?( \(.*\))?$", re.I)
_ENTITY = re.compile(
    r"^(local )?(application entit(y|ies)|aes?|ae names?|process|service|component|role|module)$", re.I
)
_VALUE = re.compile(r"[\"'“‘`]?(?P<title>[A-Za-z0-9][A-Za-z0-9_\-.+/]{0,15})[\"'”’`]?(?=$|[\s(,;])")
_NO_TITLE = re.compile(
    r"^(n/?a|none|any|all|the|yes|no|not|configur\w*|user|site|defined|specified|see|same|default|optional|supported|"
    r"unlimited|up|max\w*|string|text|is|to|hostname|identical)$",
    re.I,
)
_FUNCTION = re.compile(r"^(functions?|descriptions?|purpose|functional definition|what it does)\b", re.I)


def read(document: Document) -> Iterator[Fact]:
    """AE Titles, ports and functions, by Application Entity."""
    known = entities_of(document)
    yield from _of_pairs(document, known)
    for section in document.sections():
        if isinstance(section.block, Table) and not is_about(section, "remote addresses", depth=3):
            yield from _of_table(section, section.block, known)
    yield from _functions(document, known)


def _of_pairs(document: Document, known: Sequence[str]) -> Iterator[Fact]:
    ports: list[tuple[str, str, int, Evidence, float]] = []
    titled: set[str] = set()
    for pair in pairs_of(document):
        if is_about(pair.section, "glossary") or is_about(pair.section, "remote addresses", depth=3):
            continue
        if _TITLE.match(pair.key) and (title := _title(pair.value)):
            for owner, sure in _owner(pair.section, pair.key, title, known):
                titled.add(owner)
                yield _fact(owner, "ae_title", title, pair.where, sure * pair.confidence)
        elif _PORT.match(pair.key):
            ports += [
                (owner, field, number, pair.where, sure * pair.confidence)
                for field, number in _ports(pair.value)
                for owner, sure in _owner(pair.section, pair.key, "", known)
            ]
    # A port alone is no address: an AE Title goes with it.
    for owner, field, number, where, sure in ports:
        if owner in titled:
            yield _fact(owner, field, number, where, sure)


def _owner(section: Section, key: str, title: str, known: Sequence[str]) -> list[tuple[str, float]]:
    """The Application Entity that an address is of, with how sure that is."""
    if title in known:
        return [(title, 0.95)]
    inside = re.search(r"\((.*)\)", key)
    if inside is not None:
        return [(name, 0.85) for name in entities_in(inside[1], known) or _alike(inside[1], known)]
    if name := entity_of(section):
        return [(name, 0.93)]
    if len(known) == 1:
        return [(known[0], 0.9)]
    return [] if known else [(ONLY_ENTITY, 0.85)]


def _alike(text: str, known: Sequence[str]) -> list[str]:
    return get_close_matches(text, known, n=1, cutoff=0.75)


def _title(text: str) -> str:
    """The AE Title that a value begins with; empty if there is none."""
    plain = words(text)
    found = _VALUE.match(plain)
    if found is None or _NO_TITLE.match(found["title"]):
        return ""
    rest = plain[found.end() :].strip()
    return found["title"] if not rest or rest.startswith(("(", ",", ";")) else ""


def _ports(text: str) -> Iterator[tuple[str, int]]:
    """The ports of a value: `104`, `2762 (TLS)`, or one in each line."""
    for part in re.split(r"[\n,;/]", text):
        found = re.match(r"\s*(\d{2,5})\b", part)
        if found is not None and 1 <= int(found[1]) <= 65535:
            yield ("tls_port" if re.search(r"\btls\b|secure", part, re.I) else "port"), int(found[1])


def _of_table(section: Section, table: Table, known: Sequence[str]) -> Iterator[Fact]:
    """Tables with a row for each Application Entity."""
    if len(table.rows) < 2:
        return
    heads = [words(text) for text in table.rows[0].texts]
    titles = next((index for index, head in enumerate(heads) if _TITLE.match(head)), None)
    ports = next((index for index, head in enumerate(heads) if _PORT.match(head)), None)
    names = next((index for index, head in enumerate(heads) if _ENTITY.match(head)), None)
    functions = next((index for index, head in enumerate(heads) if _FUNCTION.match(head)), None)
    for row in table.rows[1:]:
        if len(row.cells) < len(heads):
            continue
        title = _title(row.texts[titles]) if titles is not None else ""
        name = _named(row, names, title, known)
        if not name:
            continue
        if title and (names is not None or ports is not None):
            yield _fact(name, "ae_title", title, evidence(row), 0.94)
            for field, number in _ports(row.texts[ports]) if ports is not None else ():
                yield _fact(name, field, number, evidence(row), 0.94)
        elif names == 0 and functions is not None and name in known and (said := words(row.texts[functions])):
            if sum(words(each.texts[0]) == name for each in table.rows if each.cells) > 1:
                continue
            yield _function(name, said, evidence(row), 0.9)


def _named(row: Row, names: int | None, title: str, known: Sequence[str]) -> str:
    if title in known and title:
        return title
    if names is not None:
        first = words(row.texts[names].strip().partition("\n")[0])
        return next((name for name in known if name.casefold() == first.casefold()), "") or first[:40]
    return known[0] if len(known) == 1 else ("" if known else ONLY_ENTITY)


def _functions(document: Document, known: Sequence[str]) -> Iterator[Fact]:
    """The first paragraph below a heading "Functional Definition of …", or a description below that of an AE."""
    done: set[str] = set()
    for section in document.sections():
        block = section.block
        if not isinstance(block, Paragraph) or block.item or block.caption or not section.headings:
            continue
        functional = re.search(r"\bfunction", section.titles[-1], re.I)
        name = named(section.headings[-1]) or (_last_word(section.titles[-1], known) if functional else "")
        text = words(block.text)
        if not name or name in done:
            continue
        described = re.match(r"description\s*:\s*", text, re.I)
        if (titled := re.fullmatch(rf"{re.escape(name)}: ([^.]{{3,60}})", text)) and functional:
            path = ("application_entities", key_of(name), "title")
            where = evidence(block, text)
            yield Fact(path=path, value=titled[1], evidence=(where,), method=Method.SENTENCE, confidence=0.9)
        elif len(text) > 20 and (functional or described):
            done.add(name)
            yield _function(name, text[described.end() :] if described else text, evidence(block, text[:200]), 0.88)


def _last_word(title: str, known: Sequence[str]) -> str:
    return next((name for name in known if re.search(rf"\bof {re.escape(name)}$", words(title), re.I)), "")


def _function(name: str, text: str, where: Evidence, sure: float) -> Fact:
    path = ("application_entities", key_of(name), "function")
    return Fact(path=path, value=text, evidence=(where,), method=Method.SENTENCE, confidence=sure)


def _fact(owner: str, field: str, value: object, where: Evidence, sure: float) -> Fact:
    path = ("configuration", "local", key_of(owner), field)
    return Fact(path=path, value=value, evidence=(where,), method=Method.SENTENCE, confidence=round(sure, 3))
