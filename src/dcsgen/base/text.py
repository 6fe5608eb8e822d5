"""Small words for messages: quoting, listing, and "did you mean"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LONGEST_QUOTE = 80

_REFERENCE = re.compile(r" ?\(\[\]\(#[^)]*\)\)")

_SET_APART = re.compile(r"(?<![\w*`])(\*\*|\*|`)(?=[^\s*`])([^*`\n]*[^\s*`])\1(?![\w*`])")

ACRONYMS = frozenset(
    ["ae", "api", "id", "ihe", "iod", "ip", "ldap", "pdu", "sop", "tls", "uid", "uri", "url", "vm", "vr"]
)
"""Words of keys that are written in capitals elsewhere."""


def quoted(value: object) -> str:
    """A value as it can stand in a sentence: text in quotes, long things cut, mappings and lists named as such."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    text = scalar(value)
    if len(text) > LONGEST_QUOTE:
        text = text[:LONGEST_QUOTE] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def with_hint(message: str, hint: str) -> str:
    """A message and its hint on one line: a hint that is a sentence stays one."""
    if not hint:
        return message
    return f"{message}{'. ' if hint[0].isupper() else '; '}{hint}"


def scalar(value: object) -> str:
    """A single value as YAML writes it: `true`, not `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def in_words(key: str) -> str:
    """A key or slug as words: `implementation_class_uid` is "implementation class UID"."""
    return " ".join(word.upper() if word in ACRONYMS else word for word in re.split("[_-]", key))


def listed(words: Sequence[str], conjunction: str) -> str:
    """`a, b or c`; without repetition."""
    unique = list(dict.fromkeys(words))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {conjunction} {unique[-1]}"


def some(names: Sequence[str], limit: int = 3) -> str:
    """Names for a sentence: all of a few, the first ones of many."""
    if len(names) <= limit + 1:
        return listed(names, "and")
    return f"{', '.join(names[:limit])} and {len(names) - limit} others"


def closest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The known words that a misspelt one may have meant, best first; none if nothing comes near."""
    from rapidfuzz import fuzz, process, utils

    if len(word) > 200:
        return ()
    found = process.extract(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, limit=limit, score_cutoff=70
    )
    return tuple(match for match, _, _ in found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a misspelt word; empty if nothing comes near."""
    matches = [quoted(match) for match in closest(word, known)]
    return f"did you mean {listed(matches, 'or')}?" if matches else ""


def one_line(prose: str) -> str:
    """Prose of a description as part of a sentence: without line ends and the full stop, without marks of emphasis,
    and without references that only a document can show.
    """
    return without_marks(_REFERENCE.sub("", prose)).rstrip(".")


def without_marks(prose: str) -> str:
    """CommonMark of a description on one line, without what sets words apart: `*Largest object*`."""
    return _SET_APART.sub(r"\2", " ".join(prose.split()))
