"""The Defined Terms of Specific Character Set, and only those."""

from __future__ import annotations

import pytest
from pydicom import charset

from dcsgen.base.standard import character_sets
from dcsgen.base.standard.character_sets import ALL, DEFAULT, Kind, Position

# What pydicom reads although the standard does not define it.
NOT_DEFINED = {"ISO_IR 6", "ISO 2022 GBK", "ISO 2022 58"}


def test_all_terms_are_those_that_pydicom_reads_and_latin_9() -> None:
    terms = [character_set.term for character_set in ALL]
    assert len(set(terms)) == len(terms)
    assert set(terms) - set(charset.python_encoding) == {"ISO_IR 203", "ISO 2022 IR 203"}
    assert set(charset.python_encoding) - set(terms) == NOT_DEFINED | {""}


@pytest.mark.parametrize(
    "term", [*sorted(NOT_DEFINED), "iso_ir 100", "ISO_IR  100", "ISO_IR 87", "ISO 2022 IR 192", "UTF-8"]
)
def test_other_terms_are_not_defined(term: str) -> None:
    assert character_sets.find(term) is None
    assert not character_sets.is_defined(term)
    with pytest.raises(KeyError):
        character_sets.needs_code_extensions(term)


@pytest.mark.parametrize("character_set", ALL, ids=lambda character_set: character_set.term)
def test_a_term_is_found_and_its_facts_fit_each_other(character_set: character_sets.CharacterSet) -> None:
    assert character_sets.find(f" {character_set.term} ") == character_set
    extended = character_set.term.startswith("ISO 2022")
    assert character_sets.needs_code_extensions(character_set.term) == extended
    assert (character_set.position is Position.ALONE) == (not extended)
    assert (character_set.position is Position.LATER) == (character_set.kind is Kind.MULTI_BYTE_EXTENSIONS)
    assert bool(character_set.registrations) == (character_set.kind is not Kind.MULTI_BYTE)
    if character_set.registrations:
        number = character_set.term.split(" ")[-1]
        assert character_set.registrations[0] == f"ISO-IR {number}"
    table = {
        Kind.SINGLE_BYTE: 2,
        Kind.SINGLE_BYTE_EXTENSIONS: 3,
        Kind.MULTI_BYTE_EXTENSIONS: 4,
        Kind.MULTI_BYTE: 5,
    }[character_set.kind]
    assert character_set.clause == f"PS3.3 Table C.12-{table}"


def test_single_byte_sets_exist_with_and_without_code_extensions() -> None:
    without = {c.registrations: c.description for c in (DEFAULT, *ALL) if c.kind is Kind.SINGLE_BYTE}
    extended = {c.registrations: c.description for c in ALL if c.kind is Kind.SINGLE_BYTE_EXTENSIONS}
    assert without == extended
    assert len(without) == 13


def test_the_default_has_no_term() -> None:
    assert character_sets.find("") is DEFAULT
    assert character_sets.is_defined("")
    assert not character_sets.needs_code_extensions("")


def test_japanese_replaces_the_default_repertoire_too() -> None:
    for term in ("ISO_IR 13", "ISO 2022 IR 13"):
        found = character_sets.find(term)
        assert found is not None
        assert found.registrations == ("ISO-IR 13", "ISO-IR 14")


def test_counts() -> None:
    kinds = [character_set.kind for character_set in ALL]
    assert [kinds.count(kind) for kind in Kind] == [12, 13, 4, 3]
