"""Application Entities as documents name them: in headings, in lists of what each does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dcsgen.ingest.lexicon import cleaned
from dcsgen.plugin.document import Document, Heading, Paragraph, Section, Table

_BEFORE = re.compile(
    r"^(?:the\s+)?(?P<name>[\w][\w .&/+\-]{0,40}?)\s*[-–:]?\s*(?:application entit(?:y|ies)|\bAEs?\b)"
    r"(?:\s*[-–:]?\s*(?:specifications?|title)\b.*)?$",
    re.I,
)
_AFTER = re.compile(
    r"^(?:application entity|ae)\b\s*(?:specifications?\b)?\s*(?:for\b|of\b|[-–:])?\s*(?:the\s+)?"
    r"[\"'“]?(?P<name>[\w][\w .&/+\-]{0,40}?)[\"'”]?$",
    re.I,
)
_SPECIFICATION = re.compile(r"^(?P<name>[\w][\w .&/+\-]{0,40}?)\s+specifications?$", re.I)
_SPECIFICATIONS = re.compile(r"\b(?:AE|application entit(?:y|ies))\s+specifications?$", re.I)
"""The heading above those that name an Application Entity alone: `STORE Specification`."""

_LEAD = re.compile(
    r"^(?:the\s+)?(?:functional\s+)?(?:definitions?|functions?|descriptions?|specifications?)\s+(?:of|for)\s+(?:the\s+)?",
    re.I,
)
"""What stands before the name in a heading about what an Application Entity does."""

_TITLE = re.compile(r"\((?P<name>[A-Z0-9][A-Z0-9_\-]{2,15})\)")
_GENERAL = frozenset(
    {
        *("", "all", "an", "any", "application", "both", "called", "calling", "default", "each", "every", "external"),
        *("following", "general", "implementation", "information", "its", "local", "media", "multiple", "networking"),
        *("one", "other", "our", "peer", "real-world", "remote", "requesting", "same", "sending", "several", "single"),
        *("specification", "specifications", "standard", "supported", "that", "the", "this", "two", "which"),
    }
)
"""Words before "AE" that name none, in small letters."""

_NO_NAME = re.compile(
    r"\b(mapping|sequencing|sequence|invocation|addresses|presentation|definitions?|titles?|file meta|list|number|"
    r"overview|relationship|between|across|per)\b|^(scu|scp|fsc|fsr|fsu|ae|aet)$",
    re.I,
)
"""Words of a heading that is about Application Entities and names none."""


def key_of(name: str) -> str:
    """The key of an Application Entity in a description: its name without what keys may not have."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-._")[:64] or "AE"


def entity_of(section: Section) -> str:
    """The Application Entity that a section is about, by the innermost heading that names one; empty if none does."""
    for depth in range(len(section.headings) - 1, -1, -1):
        if name := named(section.headings[depth], section.headings[:depth]):
            return name
    return ""


def named(heading: Heading, above: Sequence[Heading] = ()) -> str:
    """The Application Entity that a heading names, with those above it; empty if it names none."""
    text = " ".join(cleaned(heading.text).split()).strip(" .:")
    if re.search(r"\b(application entit|aes?\b)", text, re.I):
        text = _LEAD.sub("", text)
    found = _BEFORE.match(text) or _AFTER.match(text)
    if found is None and above and _SPECIFICATIONS.search(above[-1].text.strip(" .:")):
        found = _SPECIFICATION.match(text)
    if found is not None and (name := found["name"].strip(" -–:")) and _is_name(name):
        return name
    title = _TITLE.search(text)
    if title is None or title["name"] in ("SCU", "SCP", "SCU_SCP") or not _is_name(title["name"]):
        return ""
    return title["name"] if re.search(r"\b(SC[UP]|AE)\b", text) else ""


def _is_name(text: str) -> bool:
    plain = text.casefold().strip()
    return plain not in _GENERAL and not _NO_NAME.search(plain) and len(plain) > 1 and bool(re.search("[a-z]", plain))


_IN_TEXT = re.compile(r"\b(?:the\s+)?([A-Za-z][\w\-]{1,20})\s+(?:application entity|AE)\b(?! titles?\b)")

OFTEN = 3
"""How often sentences have to name an Application Entity that no heading names."""


def most_named(document: Document) -> str:
    """The Application Entity that sentences name most often; empty if they name none."""
    counted: Counter[str] = Counter()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for found in _IN_TEXT.finditer(cleaned(block.text)):
                name = found[1]
                if _is_name(name) and (not name.islower() or "-" in name):
                    counted[name] += 1
    return next((name for name, count in counted.most_common(1) if count >= OFTEN), "")


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
                name = row.texts[0].strip().partition("\n")[0].strip()
                if _is_name(name) and len(name) <= 40:
                    found[name] = None
    if not found and (name := most_named(document)):
        found[name] = None
    return tuple(found)


def _lists_entities(table: Table) -> bool:
    """Whether a table says what each Application Entity does."""
    heads = [" ".join(text.casefold().split()) for text in table.rows[0].texts]
    return bool(re.fullmatch(r"(local )?(ae|application entit(y|ies))( name)?", heads[0])) and len(heads) > 1
