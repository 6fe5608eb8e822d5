"""Catalogues of messages: `locales/<language>.po` in the folders of templates, the first folder first.

They are compiled when they are first used, and kept for the next run by their content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from dcsgen.base.cache import LOCALES, Store, cache_folder
from dcsgen.base.errors import UsageError
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.render.language import ENGLISH

_LOCALES = "locales"

_VALUE = re.compile(r"%\((\w+)\)s")


def languages(folders: Sequence[Path]) -> tuple[str, ...]:
    """The languages that there are words for."""
    found = {file.stem for folder in folders for file in (folder / _LOCALES).glob("*.po")}
    return tuple(sorted({ENGLISH, *found}))


def known_language(language: str, folders: Sequence[Path]) -> None:
    """Raise `UsageError` for a language without any words."""
    spoken = language.lower()
    known = languages(folders)
    if not {spoken, spoken.partition("-")[0]} & {each.lower() for each in known}:
        hint = did_you_mean(_meant(spoken, known), known) or f"there are {', '.join(known)}"
        raise UsageError(f"layouts have no words in the language {quoted(language)}: {hint}")


def catalogue_of(language: str, folders: Sequence[Path]) -> NullTranslations:
    """The words of a language such as `de`, or `de-CH`, which has those of `de` where it has none of its own.

    Words that no catalogue has stay English. Raises `UsageError` for a language without any, and for a damaged
    catalogue.
    """
    known_language(language, folders)
    spoken = language.lower()
    primary = spoken.partition("-")[0]
    found: NullTranslations = NullTranslations()
    for name in dict.fromkeys((primary, spoken)):
        for folder in reversed(folders):
            file = next((f for f in (folder / _LOCALES).glob("*.po") if f.stem.lower() == name), None)
            if file is not None:
                words = _read(file)
                words.add_fallback(found)
                found = words
    return found


def _meant(word: str, known: Sequence[str]) -> str:
    """The language that a word such as `german` or `deutsch` is the name of, else the word."""
    from babel import Locale, UnknownLocaleError

    for language in known:
        with suppress(ValueError, UnknownLocaleError):
            locale = Locale.parse(language, sep="-")
            if word in {str(name).lower() for name in (locale.english_name, locale.display_name)}:
                return language
    return word


def _read(file: Path) -> GNUTranslations:
    try:
        source = file.read_bytes()
    except OSError as trouble:
        raise UsageError(f"the catalogue {file} cannot be read: {trouble.strerror or trouble}") from trouble
    folder = cache_folder(LOCALES)
    store = Store(folder) if folder else None
    key = sha256(source).hexdigest()
    data = store.get(key) if store else None
    if data is None:
        data = _compiled(file, source)
        if store:
            store.put(key, data)
    return GNUTranslations(BytesIO(data))


def _compiled(file: Path, source: bytes) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    out = BytesIO()
    try:
        catalogue = read_po(BytesIO(source), abort_invalid=True)
        write_mo(out, catalogue)
    except (PoFileError, ValueError, LookupError) as damage:
        reason = " ".join(str(damage).split())
        raise UsageError(f"the catalogue {file} is damaged: {reason}") from damage
    for message in catalogue:
        for text in _forms(message.string or "") if message.id else ():
            if not _fits(text, _forms(message.id)):
                raise UsageError(
                    f"the catalogue {file} translates {quoted(message.id)} with other values: {quoted(text)}"
                )
    return out.getvalue()


def _forms(text: str | Iterable[str]) -> tuple[str, ...]:
    """The text, or the forms of a plural."""
    return (text,) if isinstance(text, str) else tuple(text)


def _fits(text: str, messages: Sequence[str]) -> bool:
    """Whether a translation can be filled with the values that its message has."""
    values = {name: "" for message in messages for name in _VALUE.findall(message)}
    try:
        text % values
    except (KeyError, ValueError, TypeError):
        return False
    return True
