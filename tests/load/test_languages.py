"""Texts in several languages: which is chosen, what is told, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api

HEAD = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
"""
DOCUMENT = 'identifier: D, revision: "1", date: 2024-01-31'


def loaded(folder: Path, text: str, language: str = "", **others: str) -> api.Loaded:
    """A description that is `HEAD` and some more, whose first line is line 3, loaded in a language."""
    for name, content in others.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    file = folder / "product.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    return api.load(file, api.open_host(vendors=False), language=language)


def told(result: api.Loaded) -> list[str]:
    """Line, column and message of each finding."""
    return [
        f"{finding.code} {finding.place.line}:{finding.place.column} {finding.message}"
        for finding in result.findings
        if finding.place is not None
    ]


@pytest.mark.parametrize(
    ("language", "scope"),
    [
        ("", "Plans."),
        ("en", "Plans."),
        ("de", "Pläne."),
        ("de-CH", "Pläne."),
        ("fr-CA", "Plans (CA)."),
        ("fr", "Plans (CA)."),
    ],
)
def test_the_text_in_the_language_is_there(tmp_path: Path, language: str, scope: str) -> None:
    text = f"document: {{{DOCUMENT}, scope: {{en: Plans., de: Pläne., fr-CA: Plans (CA).}}}}\n"
    result = loaded(tmp_path, text, language)
    assert told(result) == []
    assert result.capability is not None
    assert result.capability.document.scope == scope
    assert result.capability.document.language == (language or "en")


def test_without_the_language_it_is_that_of_the_description(tmp_path: Path) -> None:
    text = f"document:\n  {{{DOCUMENT}, language: de, scope: {{en: Plans., de: Pläne.}}}}\n"
    result = loaded(tmp_path, text)
    assert result.capability is not None
    assert (result.capability.document.scope, result.capability.document.language) == ("Pläne.", "de")


def test_a_missing_text_is_told_with_its_line(tmp_path: Path) -> None:
    text = f"document:\n  {{{DOCUMENT},\n  scope: {{en: Plans.}}}}\n"
    result = loaded(tmp_path, text, "de")
    assert told(result) == ["L060 5:15 document.scope has no text in de; that in en is printed"]
    assert result.capability is not None
    assert result.capability.document.scope == "Plans."


def test_the_first_text_is_taken_if_there_is_none_in_the_main_language(tmp_path: Path) -> None:
    text = f"document:\n  {{{DOCUMENT},\n  scope: {{fr: Plans., it: Piani.}}}}\n"
    assert told(loaded(tmp_path, text)) == ["L060 5:15 document.scope has no text in en; that in fr is printed"]


def test_plain_texts_are_told_once(tmp_path: Path) -> None:
    text = f"document:\n  {{{DOCUMENT}, scope: Plans.,\n  audience: Physicists., title: Statement}}\n"
    assert told(loaded(tmp_path, text)) == []
    (only,) = told(loaded(tmp_path, text, "fr"))
    assert only == "L060 4:59 2 texts are in en only, not in fr; the first is document.scope"


def test_titles_and_names_can_be_in_several_languages(tmp_path: Path) -> None:
    text = (
        f"document: {{{DOCUMENT}}}\n"
        "real_world_activities: {store: {name: {en: Store, de: Speichern}, side: local}}\n"
        "application_entities: {A: {title: {en: Archive, de: Archiv}, function: {de: Archiviert.}}}\n"
    )
    capability = loaded(tmp_path, text, "de").capability
    assert capability is not None
    assert capability.real_world_activities["store"].name == "Speichern"
    assert capability.application_entities["A"].title == "Archiv"


def test_translations_in_a_file_of_their_own_join_the_texts(tmp_path: Path) -> None:
    text = f"include: [german.yaml]\ndocument:\n  {{{DOCUMENT}, scope: Plans.,\n  audience: {{en: All.}}}}\n"
    german = "document: {scope: {de: Pläne.}, audience: {de: Alle.}}\n"
    for language, scope, audience in (("", "Plans.", "All."), ("de", "Pläne.", "Alle.")):
        result = loaded(tmp_path, text, language, german=german)
        assert told(result) == []
        assert result.capability is not None
        assert (result.capability.document.scope, result.capability.document.audience) == (scope, audience)
    result = loaded(tmp_path, text, "fr", german=german)
    assert told(result) == [
        "L060 5:59 document.scope has no text in fr; that in en is printed",
        "L060 6:18 document.audience has no text in fr; that in en is printed",
    ]


def test_two_files_with_two_texts_are_still_a_conflict(tmp_path: Path) -> None:
    text = f"include: [other.yaml]\ndocument: {{{DOCUMENT}, scope: Plans.}}\n"
    assert [line[:4] for line in told(loaded(tmp_path, text, other="document: {scope: Images.}\n"))] == ["L043"]


@pytest.mark.parametrize(
    ("scope", "told_of"),
    [
        ("{english: Plans.}", '"english" cannot be a key of scope: it does not have the right form'),
        ("{en: 5}", "5 is not text"),
        ("{en: [Plans.]}", "a list is not text"),
        ("{}", "the mapping is empty"),
        ("5", "5 is not text"),
        ("[Plans.]", "a list is not text"),
    ],
)
def test_what_is_no_text_in_languages_is_an_error(tmp_path: Path, scope: str, told_of: str) -> None:
    result = loaded(tmp_path, f"document: {{{DOCUMENT}, scope: {scope}}}\n", "de")
    assert [finding.message for finding in result.findings] == [told_of]
    assert result.capability is None


def test_a_language_that_is_none_is_an_error(tmp_path: Path) -> None:
    result = loaded(tmp_path, f"document: {{{DOCUMENT}, language: German}}\n")
    assert [finding.message for finding in result.findings] == ['"German" does not have the right form']


def test_plain_data_can_have_languages_too() -> None:
    description = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1"},
        "document": {
            "identifier": "D",
            "revision": "1",
            "date": "2024-01-31",
            "scope": {"en": "Plans.", "de": "Pläne."},
        },
    }
    assert api.capability_of(description).document.scope == "Plans."
    assert isinstance(description["document"], dict)
    assert description["document"]["scope"] == {"en": "Plans.", "de": "Pläne."}
