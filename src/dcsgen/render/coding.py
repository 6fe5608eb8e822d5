"""Words of a description as the layout of a document writes them: its own codes, or plain words if it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from dcsgen.base.standard import code_lists
from dcsgen.render.language import _
from dcsgen.render.views import phrases

_PHRASES: Mapping[str, Mapping[Any, str]] = {
    "matching": phrases.MATCHING,
    "query_source": phrases.QUERY_SOURCES,
    "display": phrases.DISPLAY,
    "value_source": phrases.VALUE_SOURCES,
    "presence_of_attribute": phrases.PRESENCE,
    "presence_of_value": phrases.PRESENCE,
    "presence_of_module": phrases.MODULE_PRESENCE,
    "transcoding_result": phrases.TRANSCODING_RESULTS,
    "coercion_change": phrases.COERCION_CHANGES,
    "coercion_condition": phrases.COERCION_TIMES,
}
"""The words that stand for those of each code list."""


@pass_context
def coded(context: Context, words: StrEnum | Iterable[StrEnum] | None, code_list: str) -> str:
    """The codes that the layout at work has for words of a code list, each once; else the words, for people.

    `presence` stands for the codes of presence of Attribute and of value, joined by a slash where they differ.
    """
    if code_list == "presence":
        both = [coded(context, words, f"presence_of_{of}") for of in ("attribute", "value")]
        return " / ".join(dict.fromkeys(both))
    each = [words] if isinstance(words, StrEnum) else list(words or ())
    return ", ".join(dict.fromkeys(_written(word, code_list, context["layout"]) for word in each))


@pass_context
def legend(context: Context, code_list: str) -> str:
    """What the codes of a code list mean: `x = shown; (x) = if configured`.

    Nothing if the layout has no codes, or if they are plain words such as `SINGLE_VALUE`.
    """
    meanings: dict[str, list[str]] = {}
    plain = True
    for word, phrase in _PHRASES[code_list].items():
        code = _code(word, code_list, context["layout"])
        plain = plain and code in (None, word.upper())
        if code and code.casefold() != phrase.casefold():
            meanings.setdefault(code, []).append(phrase)
    either = _(" or ")
    return "" if plain else "; ".join(f"{code} = {either.join(texts)}" for code, texts in meanings.items())


def _written(word: StrEnum, code_list: str, layout: str) -> str:
    code = _code(word, code_list, layout)
    return _PHRASES[code_list][word] if code is None else code


def _code(word: StrEnum, code_list: str, layout: str) -> str | None:
    try:
        return code_lists.code(code_list, word, layout)
    except KeyError:
        return None
