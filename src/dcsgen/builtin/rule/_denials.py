"""Whether prose says that there is something, or that there is not."""

from __future__ import annotations

import re

_DENIAL = re.compile(r"\b(no|not|none|never|neither|nor|without|cannot|unsupported|n/a)\b", re.IGNORECASE)

# Ends of sentences and of items in a list; a line break alone is none.
_END = re.compile(r"[.;]\s|\n\s*\n|\n\s*[-*]\s")


def affirms(text: str) -> bool:
    """Whether a text says something, and not just that there is nothing of the kind."""
    return bool(text.strip()) and not _DENIAL.search(text)


def says(text: str, word: str) -> bool:
    """Whether a sentence of a text has a word, whatever the case of its letters, and denies nothing."""
    return any(word in sentence.casefold() and affirms(sentence) for sentence in _END.split(text))
