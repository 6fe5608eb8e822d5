"""Defined Terms of Specific Character Set (0008,0005)."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard import character_sets


class CharacterSet(Entry, frozen=True, kw_only=True, tag_field="kind", tag="character-set"):
    """A Defined Term. `registrations` are the ISO registration numbers of its code elements.

    `position` says where among the values it may stand; with `code_extensions`, escape sequences of ISO/IEC 2022 switch
    between character sets.
    """

    description: str
    table: str
    registrations: tuple[str, ...]
    position: str
    code_extensions: bool


def _hits() -> Iterator[Hit]:
    for one in character_sets.ALL:
        yield Hit("character-set", one.term, one.term, (), f"{one.description}, {one.kind.value}")


def _show(key: str) -> CharacterSet:
    found = character_sets.find(key)
    assert found is not None
    return CharacterSet(
        id=key,
        name=key,
        description=found.description,
        table=found.kind.value,
        registrations=found.registrations,
        position=found.position.value,
        code_extensions=character_sets.needs_code_extensions(key),
        sources=(
            source("Defined Term", found.clause, character_sets.EDITION),
            source("Encoding", found.encoding_clause, character_sets.EDITION),
        ),
    )


def _sections(entry: CharacterSet) -> Iterator[Section]:
    facts = (
        Fact("Character set", entry.description),
        Fact("Kind", entry.table),
        Fact("Code elements", ", ".join(entry.registrations)),
        Fact("Stands as", entry.position),
        Fact("Code extensions", "yes, by escape sequences of ISO/IEC 2022" if entry.code_extensions else "no"),
    )
    yield Section("Specific Character Set (0008,0005)", facts=tuple(fact for fact in facts if fact.text))


KIND = Kind(
    key="character-set",
    noun="Character Set",
    plural="Character Sets",
    entry=CharacterSet,
    hits=_hits,
    show=_show,
    sections=_sections,
)
