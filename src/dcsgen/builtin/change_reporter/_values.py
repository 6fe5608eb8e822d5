"""Values of descriptions as text that stands beside another one, and in what the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from msgspec import Struct

from dcsgen.base.text import in_words, scalar
from dcsgen.base.tree import harmless

MOST_WORDS = 1500
"""Words of a text up to which it is compared word by word."""

_WORDS = re.compile(r"\s+|\w[\w.]*|[^\w\s]")
# A line end inside a paragraph of prose, where the author's editor was as wide as it was.
_SOFT_BREAK = re.compile(r"(?<=\S)\n(?=[A-Za-z(\[\"'`])")


class Piece(NamedTuple):
    """A part of a text, and whether the other side has it too."""

    text: str
    same: bool


def text_of(value: object) -> str:
    """A value on lines: records and mappings by their keys, lists by their items; empty for what is not there."""
    return "\n".join(_lines(value, ""))


def shortened(text: str, lines: int, letters: int) -> str:
    """A text that is not longer than that; what it lacks is told at its end."""
    kept = text.split("\n")
    more = f"\n… {len(kept) - lines} more lines" if len(kept) > lines else ""
    short = "\n".join(kept[:lines])
    return f"{short[:letters]} …" if len(short) > letters else f"{short}{more}"


def side_by_side(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces that say in what they differ; whole where nothing is alike or one is empty."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not (old and new) or max(len(old), len(new)) > MOST_WORDS:
        return _whole(before), _whole(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:
        return _whole(before), _whole(after)
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        for side, words in zip(sides, (old[from_old:to_old], new[from_new:to_new]), strict=True):
            if words:
                side.append(Piece("".join(words), tag == "equal"))
    return tuple(sides[0]), tuple(sides[1])


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()


def _lines(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Struct):
        yield from _entries({in_words(name): each for name, each in _said(value)}, indent)
    elif isinstance(value, dict):
        yield from _entries(value, indent)
    elif isinstance(value, list | tuple | set | frozenset):
        yield from _items(sorted(value, key=str) if isinstance(value, set | frozenset) else value, indent)
    elif value is not None and value != "":
        yield from (f"{indent}{line}" for line in _shown(value).split("\n"))


def _said(record: Struct) -> Iterator[tuple[str, Any]]:
    """The fields that say something: what is as it is by default was hardly written by anybody."""
    names = record.__struct_fields__
    defaults = dict(zip(reversed(names), reversed(record.__struct_defaults__), strict=False))
    for name in names:
        value = getattr(record, name)
        if value is not defaults.get(name) and not (value is False and name in defaults):
            yield name, value


def _entries(entries: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in entries.items():
        inside = list(_lines(value, f"{indent}  "))
        if not inside:
            continue
        if isinstance(value, list | tuple) and _plain(value):
            yield f"{indent}{harmless(str(key))}: {', '.join(map(_shown, value))}"
        elif len(inside) == 1 and not isinstance(value, dict | list | tuple | Struct):
            yield f"{indent}{harmless(str(key))}: {inside[0].strip()}"
        else:
            yield f"{indent}{harmless(str(key))}:"
            yield from inside


def _items(items: Any, indent: str) -> Iterator[str]:
    for item in items:
        lines = list(_lines(item, f"{indent}  "))
        if lines:
            yield f"{indent}{lines[0].strip()}" if _plain([item]) else f"{indent}- {lines[0].strip()}"
            yield from lines[1:]


def _plain(items: Any) -> bool:
    return not any(isinstance(item, Struct | dict | list | tuple) for item in items)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = _SOFT_BREAK.sub(" ", scalar(value).strip("\n"))
    return "\n".join(map(harmless, text.split("\n")))
