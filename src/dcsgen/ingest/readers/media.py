"""Media Application Profiles, with what Application Entities do under them: create, read or update File-sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.draft import Evidence, Fact, Method
from dcsgen.base.standard import media_profiles
from dcsgen.base.words import FileSetRole
from dcsgen.ingest import roles
from dcsgen.ingest.assembling import ONLY_ENTITY
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.entities import entities_of, entity_of, key_of
from dcsgen.ingest.lexicon import cleaned
from dcsgen.ingest.pairs import words
from dcsgen.ingest.readers.associations import entities_in
from dcsgen.ingest.sections import is_about
from dcsgen.plugin.document import Document, Heading, Paragraph, Section, Table

_PROFILE = re.compile(r"\b(?:STD|APL)-[A-Z0-9]+(?:-[A-Z0-9]+)+\b")
_ROLES: tuple[tuple[FileSetRole, str], ...] = (
    (FileSetRole.FSC, r"\bFSC\b|file.?set creat|\bcreate[sd]?\b|\bwrit(e|es|ing)\b"),
    (FileSetRole.FSR, r"\bFSR\b|file.?set read|\breads?\b|\bimports?\b"),
    (FileSetRole.FSU, r"\bFSU\b|file.?set updat|\bupdat(e|es|ing)\b"),
)
_SHORT = re.compile(r"\bFS[CRU]\b")
_NOT = re.compile(r"\b(not|no|never|neither|without|cannot|except|unsupported|base(d on)?|augment\w*)\b", re.I)


class Said(NamedTuple):
    """A profile, the roles that are said for it, and how sure that is."""

    profile: str
    roles: tuple[FileSetRole, ...]
    where: Evidence
    confidence: float


def read(document: Document) -> Iterator[Fact]:
    """The profiles that tables and sentences say are supported; by Application Entity, where one is named for them."""
    known = entities_of(document)
    found: list[tuple[str, Said]] = []
    for section in document.sections():
        if any(is_about(section, subject) for subject in ("glossary", "limits", "history")):
            continue
        block = section.block
        for said in _of_table(block, section) if isinstance(block, Table) else _of_paragraph(block, section):
            named = entities_in(said.where.text, known)
            entity = named[0] if len(named) == 1 else entity_of(section)
            found.append((entity or (known[0] if len(known) == 1 else ""), said))
    owned = {said.profile for entity, said in found if entity}
    for entity, said in found:
        if entity or said.profile not in owned:
            yield from _facts(said, entity)


def _facts(said: Said, entity: str) -> Iterator[Fact]:
    key = "-".join(filter(None, (key_of(entity).lower() if entity else "", said.profile.lower())))
    value = {"application_entity": key_of(entity or ONLY_ENTITY), "profile": said.profile}
    yield Fact(path=("media", key), value=value, evidence=(said.where,), method=Method.NAME, confidence=said.confidence)
    for role in said.roles:
        yield Fact(
            path=("media", key, "roles", role.value),
            value=role.value,
            evidence=(said.where,),
            method=Method.NAME,
            confidence=round(said.confidence * 0.97, 3),
        )


def _profiles(text: str) -> list[str]:
    found = (media_profiles.by_id(name) for name in _PROFILE.findall(cleaned(text)))
    return list(dict.fromkeys(profile.id for profile in found if profile is not None))


def _roles(text: str) -> tuple[FileSetRole, ...]:
    """The roles in a text: by their abbreviations if it has any, otherwise by verbs."""
    if short := set(_SHORT.findall(text)):
        return tuple(role for role, _ in _ROLES if role.value in short)
    return tuple(role for role, pattern in _ROLES if re.search(pattern, text, re.I))


def _of_table(table: Table, section: Section) -> Iterator[Said]:
    heads = [words(text) for text in table.rows[0].texts] if table.rows else []
    if re.search(r"\b(attribute|tag|status|code|parameter)", " ".join(heads), re.I):
        return
    columns = {
        index: _roles(head) for index, head in enumerate(heads) if index and _roles(head) and not _PROFILE.search(head)
    }
    for row in table.rows:
        named = _profiles(" ".join(row.texts))
        if not named or re.search(r"\b(AUG|PRI)-|\bbase\b", " ".join(row.texts)):
            continue
        cells = [(index, row.texts[index]) for index in columns if index < len(row.cells)]
        if cells and all(roles.is_answer(text) for _, text in cells):
            # "Write Files (FSC or FSU)": which of the two is not said, so the first is taken with less confidence.
            chosen = [columns[index] for index, text in cells if roles.is_yes(text)]
            sure = 0.93 if all(len(each) == 1 for each in chosen) else 0.72
            stated = tuple(dict.fromkeys(each[0] for each in chosen))
            if not stated:
                continue
        else:
            stated, sure = _roles(" ".join(text for text in row.texts if not _profiles(text))), 0.93
            if any(re.fullmatch(r"(no|not supported|none|-)", words(text), re.I) for text in row.texts[1:]):
                continue
        if stated or is_about(section, "media", depth=3):
            yield from (Said(profile, stated, evidence(row), sure if stated else 0.85) for profile in named)


def _of_paragraph(block: Paragraph | Heading | Table, section: Section) -> Iterator[Said]:
    if not isinstance(block, Paragraph):
        return
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", words(block.text)):
        named = _profiles(sentence)
        supports = re.search(r"\b(support|conform|provide|implement|creat|read|writ|uses?)", sentence, re.I)
        if named and not _NOT.search(sentence) and (supports or block.item):
            stated = _roles(sentence)
            yield from (Said(profile, stated, evidence(block, sentence), 0.85) for profile in named)
