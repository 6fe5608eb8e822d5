"""Words of a description in the codes of each layout, and what the codes mean."""

from __future__ import annotations

import pytest

from dcsgen.base.content_words import Display, MatchingType, Presence, ValueSource
from dcsgen.render.templates import environment


def written(template: str, layout: str, **context: object) -> str:
    """What a template prints in a layout."""
    return environment([]).from_string(template).render(context, layout=layout)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("tr62266", "user, scanned, Modality Worklist"),
        ("ps3.2-annex-a", "USER, MWL"),
        ("ps3.2-annex-n", "USER, SCANNED, MWL"),
        ("acme", "user, scanned, Modality Worklist"),
    ],
)
def test_words_are_written_as_the_layout_does(layout: str, said: str) -> None:
    words = (ValueSource.USER, ValueSource.SCANNED, ValueSource.WORKLIST)
    assert written("{{ words|coded('value_source') }}", layout, words=words) == said


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("tr62266", "always, the value may be empty"),
        ("ps3.2-annex-a", "VNAP"),
        ("ps3.2-annex-n", "ALWAYS / VNAP"),
    ],
)
def test_presence_is_one_code_or_two(layout: str, said: str) -> None:
    assert written("{{ word|coded('presence') }}", layout, word=Presence.VALUE_NOT_ALWAYS) == said


def test_nothing_is_written_for_nothing() -> None:
    assert written("{{ word|coded('display') }}", "ps3.2-annex-n", word=None) == ""
    assert written("{{ word|coded('display') }}", "ps3.2-annex-a", word=Display.NEVER) == ""
    assert written("{{ words|coded('matching') }}", "ps3.2-annex-n", words=[MatchingType.WILDCARD]) == "WILDCARD"


def test_a_legend_explains_codes_that_are_no_plain_words() -> None:
    legend = "{{ legend('%s') }}"
    assert written(legend % "display", "ps3.2-annex-n") == "D = shown; C = if configured; N = not shown"
    assert written(legend % "query_source", "ps3.2-annex-a").startswith("AUTO = fixed or generated; CONFIG = ")
    assert written(legend % "matching", "ps3.2-annex-n") == ""
    assert written(legend % "value_source", "tr62266") == ""
