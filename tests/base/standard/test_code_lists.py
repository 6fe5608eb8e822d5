"""The vocabulary of descriptions and what each layout writes for it."""

from __future__ import annotations

from enum import StrEnum

import pytest

from dcsgen.base import content_words, words
from dcsgen.base.standard import code_lists

ENUMS: dict[str, type[StrEnum]] = {
    "matching": content_words.MatchingType,
    "query_source": content_words.QuerySource,
    "display": content_words.Display,
    "configurable": words.Configurable,
    "value_source": content_words.ValueSource,
    "presence_of_attribute": content_words.Presence,
    "presence_of_value": content_words.Presence,
    "presence_of_module": content_words.ModulePresence,
    "transcoding_result": content_words.TranscodingResult,
    "coercion_change": content_words.CoercionChange,
    "coercion_condition": content_words.CoercionWhen,
}
OF_ANNEX_N = {"transcoding_result", "coercion_change", "coercion_condition"}
"""Lists for which Annex A has no codes."""


def test_every_list_has_its_words() -> None:
    assert set(code_lists.lists()) == set(ENUMS)


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_every_word_has_a_code_in_the_layouts_that_have_any(name: str) -> None:
    assert set(code_lists.words_of(name)) == {str(word) for word in ENUMS[name]}
    for word in ENUMS[name]:
        for layout in ("ps3.2-annex-n",) if name in OF_ANNEX_N else ("ps3.2-annex-a", "ps3.2-annex-n"):
            assert not code_lists.code(name, word, layout).endswith("?")


@pytest.mark.parametrize(
    ("name", "word", "layout", "code"),
    [
        # PS3.2 A.9.1.1
        ("presence_of_value", "value_not_always", "ps3.2-annex-a", "VNAP"),
        ("presence_of_attribute", "attribute_not_always", "ps3.2-annex-a", "ANAP"),
        ("presence_of_value", "empty", "ps3.2-annex-a", "EMPTY"),
        ("value_source", "configuration", "ps3.2-annex-a", "CONFIG"),
        ("value_source", "worklist", "ps3.2-annex-a", "MWL"),
        # PS3.2 sample D for Annex A, Table N.5-2 for Annex N
        ("matching", "wildcard", "ps3.2-annex-a", "*"),
        ("matching", "uid", "ps3.2-annex-n", "UID"),
        ("query_source", "scanned", "ps3.2-annex-n", "SCANNED"),
        ("display", "shown", "ps3.2-annex-n", "D"),
        # PS3.2 Tables N.5-9 and N.5-11
        ("transcoding_result", "new_uid", "ps3.2-annex-n", "NEW_UID"),
        ("coercion_condition", "external", "ps3.2-annex-n", "EXTERNAL"),
    ],
)
def test_codes_of_the_standard(name: str, word: str, layout: str, code: str) -> None:
    assert code_lists.code(name, word, layout) == code
    assert code_lists.is_verified(name, word, layout)


def test_what_was_not_seen_says_so() -> None:
    assert not code_lists.is_verified("value_source", "worklist", "ps3.2-annex-n")
    assert any("Annex N" in hole for hole in code_lists.origin().known_holes)
