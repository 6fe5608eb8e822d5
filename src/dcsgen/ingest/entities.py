"""Application Entities as documents name them: in headings, in lists of what each does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dcsgen.ingest.lexicon import cleaned
from dcsgen.plugin.document import Document, Heading, Paragraph, Section, Table

_BEFORE = re.compile(
    r"^(?:the\s+)?(?P<name>[\w][\w .&/+\-]{0,40}?)\s*[-–:]?\s*(?:application entit(?:y|ies)|\bAEs?\b)"
    r"(?:\s*[-–:]?\s*(?:specifications?|title.*))?$",
    re.I,
)
_AFTER = re.compile(
    r"^(?:application entity|ae)\b\s*(?:specifications?\b)?\s*(?:for|of|[-–:])?\s*(?:the\s+)?"
    r"[\"'“]?(?P<name>[\w][\w .&/+\-]{0,40}?)[\"'”]?$",
    re.I,
)
_SPECIFICATION = re.compile(r"^(?P<name>[\w][\w .&/+\-]{0,40}?)\s+specifications?$", re.I)
_SPECIFICATIONS = re.compile(r"\b(?:AE|application entit(?:y|ies))\s+specifications?$", re.I)
"""The heading above those that name an Application Entity alone: `STORE Specification`."""

_TITLE = re.compile(r"\((?P<name>[A-Z0-9][A-Z0-9_\-]{2,15})\)")
_GENERAL = {
    *(
        "",
        "all",
        "an",
        "any",
        "application",
        "each",
        "functional definition of",
        "functional definitions of",
        "function of",
    ),
    *(
        "general",
        "local",
        "other",
        "remote",
        "specification",
        "specifications",
        "standard",
        "supported",
        "the",
        "title",
        "titles",
    ),
    *("sequencing of", "definition of", "definitions of", "implementation", "multiple", "single", "invocation of"),
}


def entity_of(section: Section) -> str:
    """The Application Entity that a section is about, by the innermost heading that names one; empty if none does."""
    for depth in range(len(section.headings) - 1, -1, -1):
        name = named(section.headings[depth], section.headings[:depth])
        if name:
            return name
    return ""


def named(heading: Heading, above: Sequence[Heading] = ()) -> str:
    """The Application Entity that a heading names, with those above it; empty if it names none."""
    text = " ".join(cleaned(heading.text).split()).strip(" .:")
    found = _BEFORE.match(text) or _AFTER.match(text)
    if found is None and above and _SPECIFICATIONS.search(above[-1].text.strip(" .:")):
        found = _SPECIFICATION.match(text)
    if found is not None and found["name"].casefold().strip() not in _GENERAL and re.search(r"[A-Za-z]", found["name"]):
        return found["name"].strip(" -–:")
    title = _TITLE.search(text)
    if title is None or title["name"] in ("SCU", "SCP", "SCU_SCP"):
        return ""
    return title["name"] if re.search(r"\b(SC[UP]|AE)\b", text) else ""


_IN_TEXT = re.compile(r"\b(?:the\s+)?([A-Za-z][\w\-]{1,20})\s+(?:application entity|AE)\b")


def most_named(document: Document) -> str:
    """The Application Entity that sentences name most often; empty if they name none."""
    counted: Counter[str] = Counter()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for found in _IN_TEXT.finditer(cleaned(block.text)):
                name = found[1]
                if name.casefold() not in _GENERAL and (not name.islower() or "-" in name):
                    counted[name] += 1
    return counted.most_common(1)[0][0] if counted else ""


def entities_of(document: Document) -> tuple[str, ...]:
    """All Application Entities that headings or tables of them name, in the order of the document."""
    found: dict[str, None] = {}
    above: list[Heading] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            above = [heading for heading in above if heading.level < block.level]
            if name := named(block, above):
                found[name] = None
            above.append(block)
        elif isinstance(block, Table) and block.rows and _lists_entities(block):
            for row in block.rows[block.head or 1 :]:
                if name := " ".join(row.texts[0].split()):
                    found[name] = None
    if not found and (name := most_named(document)):
        found[name] = None
    return tuple(found)


def _lists_entities(table: Table) -> bool:
    """Whether a table says what each Application Entity does."""
    heads = [" ".join(text.casefold().split()) for text in table.rows[0].texts]
    return heads[:1] in (["ae"], ["application entity"], ["ae name"], ["application entity name"]) and len(heads) > 1
