"""The language of the document at work: the layouts' own words, looked up in its catalogue.

As with `gettext` itself, the English text is the message, and whoever prints a fixed text calls `_`. The catalogue is
that of the context, because nearly every view has a word of its own: `speaking` is set around the making of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from typing import TypeVar

K = TypeVar("K")

ENGLISH = "en"
"""The language of the messages themselves; it has no catalogue."""

_CATALOGUE: ContextVar[NullTranslations] = ContextVar("catalogue")
_UNCHANGED = NullTranslations()


@contextmanager
def speaking(words: NullTranslations) -> Iterator[None]:
    """Words come from a catalogue meanwhile."""
    token = _CATALOGUE.set(words)
    try:
        yield
    finally:
        _CATALOGUE.reset(token)


def catalogue() -> NullTranslations:
    """The catalogue of the document at work; outside of one, that of English."""
    return _CATALOGUE.get(_UNCHANGED)


def _(message: str, **values: object) -> str:
    """A fixed text in the language of the document; `%(name)s` stands for a value."""
    text = catalogue().gettext(message)
    return text % values if values else text


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """A fixed text that depends on a number, which is also its value `count`."""
    return catalogue().ngettext(one, many, count) % {"count": count, **values}


def N_(message: str) -> str:  # noqa: N802 (its name in gettext)
    """A fixed text that is looked up later: marks it for the catalogue and leaves it as it is."""
    return message


class Words(Mapping[K, str]):
    """Words for facts, in the language of the document that is at work when they are asked for."""

    def __init__(self, messages: Mapping[K, str]) -> None:
        self._messages = messages

    def __getitem__(self, fact: K) -> str:
        return _(self._messages[fact])

    def __iter__(self) -> Iterator[K]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)
