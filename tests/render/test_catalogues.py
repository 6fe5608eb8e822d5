"""Catalogues are complete: no fixed text of a template, a view or a format is without its translation."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
LANGUAGES = ("de", "fr")

PLACES = re.compile(r"%\(\w+\)s|{{.*?}}|<[^>]+>|&\w+;")
"""What a translation has to keep: values, Jinja expressions, tags."""

SAME_EVERYWHERE = {"SCU", "SCP", "UID", "VR", "VM", "TID"}
"""Words of the standard that stand in templates outside of messages."""


@cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_catalogues", ROOT / "scripts" / "update_catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def catalogue(language: str) -> Catalog:
    data = (TEMPLATES / "locales" / f"{language}.po").read_bytes()
    return read_po(BytesIO(data), locale=language, abort_invalid=True)


def entries(language: str) -> Iterator[Message]:
    return (message for message in catalogue(language) if message.id)


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text) if isinstance(text, tuple | list) else ()


def test_the_languages_are_those_of_the_folder() -> None:
    assert script().languages() == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_as_the_script_writes_it(language: str) -> None:
    committed = (TEMPLATES / "locales" / f"{language}.po").read_bytes()
    assert committed == script().updated(language), "run: python scripts/update_catalogues.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    wanted = {message.id for message in script().messages() if message.id}
    assert len(wanted) > 700
    assert {message.id for message in entries(language)} == wanted
    assert [message.id for message in entries(language) if not all(forms(message.string))] == []
    assert [message.id for message in entries(language) if message.fuzzy] == []
    assert list(catalogue(language).obsolete) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_values_and_tags(language: str) -> None:
    for message in entries(language):
        # Each form of a plural is like one of the English ones: French counts 0 and 1 with one form.
        kept = [sorted(PLACES.findall(english)) for english in forms(message.id)]
        for one in forms(message.string):
            assert sorted(PLACES.findall(one)) in kept, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_end_as_the_messages_do(language: str) -> None:
    for message in entries(language):
        for one, english in zip(forms(message.string), forms(message.id), strict=True):
            assert (one[0] == " ", one[-1] == " ") == (english[0] == " ", english[-1] == " "), message.id
            assert (one[-1] in ".:") == (english[-1] in ".:"), message.id


def test_pages_are_counted_in_the_order_of_the_style_sheet() -> None:
    for language in LANGUAGES:
        translated = catalogue(language).get("Page %(page)s of %(pages)s").string
        assert re.fullmatch(r"[^%|]*%\(page\)s[^%|]*%\(pages\)s", str(translated))


class Texts(HTMLParser):
    """The words of a template that stand outside of expressions, and in attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._skipped = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._skipped = tag if tag in ("style", "script") else ""
        self.found += [text or "" for name, text in attributes if name in ("aria-label", "alt", "title")]

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.found.append(data)


def outside_of_messages(template: str) -> list[str]:
    """Words that no catalogue can translate."""
    text = re.sub(r"{#.*?#}|{% trans.*?endtrans %}", "", template, flags=re.DOTALL)
    text = re.sub(r"(?<=[</]){{.*?}}", "x", text)
    text = re.sub(r"{{.*?}}|{%.*?%}", "", text, flags=re.DOTALL)
    parser = Texts()
    parser.feed(text)
    words = [word for found in parser.found for word in re.findall(r"[A-Za-z]{2,}", found)]
    return [word for word in words if word not in SAME_EVERYWHERE]


@pytest.mark.parametrize(
    "file",
    [
        file
        for pattern in ("*.html", "parts/*.html", "layouts/**/*.html", "pages/*.html")
        for file in TEMPLATES.glob(pattern)
    ],
    ids=lambda file: file.relative_to(TEMPLATES).as_posix(),
)
def test_templates_have_no_words_outside_of_messages(file: Path) -> None:
    assert outside_of_messages(file.read_text("utf-8")) == []


def test_words_outside_of_messages_are_seen() -> None:
    assert outside_of_messages('<p title="Help me">{{ _("Not stated.") }} or so</p>') == ["Help", "me", "or", "so"]


def test_columns_and_captions_are_messages() -> None:
    for file in TEMPLATES.rglob("parts/*.html"):
        text = re.sub(r"{#.*?#}", "", file.read_text("utf-8"), flags=re.DOTALL)
        words = re.findall(r'\("([A-Z][^"]+)", \d', text)
        assert set(words) <= {*SAME_EVERYWHERE, "FSC", "FSR", "FSU", "FSC, FSU"}, file


def test_the_page_has_all_words_of_its_scripts() -> None:
    scripts = "".join((TEMPLATES / "assets" / name).read_text("utf-8") for name in ("screen.js", "changes.js"))
    used = set(re.findall(r'\b_\("([^"]+)"\)', scripts))
    listed = re.findall(
        r'^  "([^"]+)": _\("([^"]+)"', (TEMPLATES / "pages/screen.html").read_text("utf-8"), re.MULTILINE
    )
    assert used == {key for key, _ in listed}
    assert [key for key, message in listed if key != message] == []
