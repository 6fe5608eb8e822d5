"""How each layout of PS3.2 writes the words of a description: one vocabulary, with a translation per layout.

The facts are in `data/code_lists.json`: by list and word, the code of each layout that has codes of its own. A code
that ends in `?` was not seen in the text of the standard. The layout of 1993 to 2001 has no codes and prints words.
"""

from __future__ import annotations

from functools import cache

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin

UNSEEN = "?"


class _Facts(Origin, frozen=True):
    lists: dict[str, dict[str, dict[str, str]]]


def origin() -> Origin:
    """Where the facts are from, and what they lack."""
    return _facts()


def lists() -> tuple[str, ...]:
    """The names of all lists: `matching`, `query_source`, `value_source`, `presence_of_value` and so on."""
    return tuple(_facts().lists)


def words_of(code_list: str) -> tuple[str, ...]:
    """The words of a list; KeyError if there is no such list."""
    return tuple(_facts().lists[code_list])


def code(code_list: str, word: str, layout: str) -> str:
    """What a layout writes for a word of a list, e.g. `VNAP`; KeyError if it has no codes, or no such word."""
    return _facts().lists[code_list][word][layout].removesuffix(UNSEEN)


def is_verified(code_list: str, word: str, layout: str) -> bool:
    """Whether the code was seen in the text of the standard."""
    return not _facts().lists[code_list][word][layout].endswith(UNSEEN)


@cache
def _facts() -> _Facts:
    return origins.read("code_lists", _Facts)
