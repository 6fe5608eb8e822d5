"""Profiles of PS3.15 that are supported: secure transport with its versions of TLS, audit, signatures and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.standard import security_profiles as profiles
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.pairs import words
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Paragraph, Section, Table

_GROUPS = {
    profiles.SECURE_TRANSPORT: "secure_transport",
    profiles.AUDIT_TRAIL: "audit_trail",
    profiles.USER_IDENTITY: "user_identity",
    profiles.DIGITAL_SIGNATURE: "digital_signatures",
    profiles.MEDIA_STORAGE_SECURITY: "media_security",
    profiles.SECURE_USE: "secure_use",
    profiles.ATTRIBUTE_CONFIDENTIALITY: "de_identification",
    profiles.NETWORK_ADDRESS_MANAGEMENT: "system_management",
    profiles.TIME_SYNCHRONIZATION: "system_management",
    profiles.APPLICATION_CONFIGURATION: "system_management",
}
_VERSION = re.compile(r"\bTLS\s*(?:v(?:ersion)?s?\s*)?1\.[0-3](?:\s*(?:,|/|and|or|&)\s*1\.[0-3])*\b", re.I)
_NOT = re.compile(
    r"\b(not|no|never|neither|without|cannot|except|unsupported|rejected|disabled|below|deprecated|older|prohibited)\b",
    re.I,
)
_NO = re.compile(r"^(n|no|none|n/?a|not (supported|applicable|implemented)\b.*|-|–|rejected|false)$", re.I)
_SUPPORTS = re.compile(r"\b(support|conform|implement|provide|uses?\b|compl(y|ies))", re.I)
_SHORTEST = 6
"""Characters of a name that is looked for inside of a sentence."""


def read(document: Document) -> Iterator[Fact]:
    """The profiles that tables, lists and sentences say are supported, and the versions of TLS where one is."""
    found: list[Fact] = []
    versions: list[tuple[str, Evidence]] = []
    for section in document.sections():
        if any(is_about(section, subject) for subject in ("glossary", "limits", "history")):
            continue
        found += _profiles(section)
        if is_about(section, "security", depth=3):
            versions += _versions(section)
    yield from found
    transports = {fact.path for fact in found if fact.path[1] == "secure_transport"}
    # With several profiles, whose versions they are is not said.
    for path in transports if len(transports) == 1 else ():
        for version, where in dict(versions).items():
            to = (*path, "tls_versions", version)
            yield Fact(path=to, value=version, evidence=(where,), method=Method.SENTENCE, confidence=0.85)


def _profiles(section: Section) -> Iterator[Fact]:
    block = section.block
    about = is_about(section, "security", depth=3)
    if isinstance(block, Table) and about:
        for row in block.rows:
            texts = [words(text) for text in row.texts]
            named = next((one for text in texts[:2] if (one := _named(text)) is not None), None)
            if named is not None and not any(_NO.match(text) for text in texts[1:]):
                yield _fact(named, evidence(row), 0.9)
    elif isinstance(block, Paragraph):
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", block.text):
            text = words(sentence)
            if _NOT.search(text) or not (_SUPPORTS.search(text) or (block.item and about)):
                continue
            for one in profiles.all_profiles():
                if _stands_in(one.name, text):
                    yield _fact(one, evidence(block, text), 0.85)


def _named(text: str) -> profiles.SecurityProfile | None:
    plain = re.sub(r"\s*\(.*?\)", "", text).strip(" .:-–•")
    found = profiles.find(plain) or profiles.find(re.sub(r"\bsecure transport\b.*$", "", plain, flags=re.I))
    return found if found is not None and len(plain) >= _SHORTEST and re.search("[a-z]", plain, re.I) else None


def _stands_in(name: str, text: str) -> bool:
    return len(name) >= 2 * _SHORTEST and re.search(rf"\b{re.escape(name)}\b", text, re.I) is not None


def _fact(profile: profiles.SecurityProfile, where: Evidence, sure: float) -> Fact:
    path = ("security", _GROUPS[profile.group], profile.id)
    return Fact(path=path, value={"profile": profile.id}, evidence=(where,), method=Method.NAME, confidence=sure)


def _versions(section: Section) -> Iterator[tuple[str, Evidence]]:
    """The versions of TLS that a block says are supported."""
    block = section.block
    pieces: list[tuple[str, Evidence]] = []
    if isinstance(block, Table):
        pieces = [(words(" ".join(row.texts)), evidence(row)) for row in block.rows if not _refused(row.texts)]
    elif isinstance(block, Paragraph):
        pieces = [(words(each), evidence(block, words(each))) for each in re.split(r"(?<=[.;])\s+", block.text)]
    for text, where in pieces:
        if _NOT.search(text) or re.search(r"cipher|minimum tls", text, re.I):
            continue
        for found in _VERSION.finditer(text):
            for version in re.findall(r"1\.[0-3]", found[0]):
                yield version, where


def _refused(texts: tuple[str, ...]) -> bool:
    return any(_NO.match(words(text)) for text in texts[1:])
