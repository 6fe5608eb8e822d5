"""Plain data as YAML that people like to read: short things on one line, long texts in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dcsgen.base.finding import Path
from dcsgen.base.text import scalar

WIDTH = 120
"""Columns of a line, as far as texts let them."""

_PLAIN = re.compile(r"[A-Za-z(/_$](?:[A-Za-z0-9 ()/_$.,+;%'-]*[A-Za-z0-9()/_$.+;%'-])?")
_PLAIN_IN_FLOW = re.compile(r"[A-Za-z(/_$](?:[A-Za-z0-9 ()/_$.+;%'-]*[A-Za-z0-9()/_$.+;%'-])?")
_UID = re.compile(r"[0-9]+(?:\.[0-9]+){2,}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SINGLE_SPACE = re.compile(r"(?<=\S) (?=\S)")
_SPECIAL = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])
"""What some program reads as something else than text."""

Comments = Mapping[Path, Sequence[str]]
"""Lines to stand above the key at a path."""


def yaml_text(data: Mapping[str, Any], comments: Comments | None = None) -> str:
    """A mapping as a YAML file. What has a comment below it is written in lines, whatever its length.

    A comment at `()` stands at the top. Text that is no key stays exactly as it is.
    """
    notes = comments or {}
    open_paths = {path[:length] for path in notes for length in range(len(path))}
    top = [*_comment(notes[()], 0), ""] if notes.get(()) else []
    lines = [*top, *_entries(data, (), 0, notes, open_paths)]
    return "\n".join(lines) + "\n"


def flow(value: Any) -> str:
    """Plain data on one line: `{class: failure, meaning: Any other}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(key, _PLAIN_IN_FLOW)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return _single(value, _PLAIN_IN_FLOW)


def comment_lines(text: str) -> list[str]:
    """A text as lines of a comment, broken at spaces, without the marks."""
    lines: list[str] = []
    for word in " ".join(text.split()).split(" "):
        if lines and len(lines[-1]) + len(word) < WIDTH - 4:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _entries(data: Mapping[str, Any], path: Path, indent: int, notes: Comments, opened: set[Path]) -> Iterator[str]:
    before: bool | None = None
    for key, value in data.items():
        at = (*path, key)
        if not path and before is not None and (at in notes or isinstance(value, dict | list) or before):
            yield ""
        before = isinstance(value, dict | list)
        yield from _comment(notes.get(at, ()), indent)
        yield from _entry(f"{' ' * indent}{_text(key, _PLAIN)}:", value, at, indent, notes, opened)


def _entry(start: str, value: Any, path: Path, indent: int, notes: Comments, opened: set[Path]) -> Iterator[str]:
    """A key, or the dash of an item, and what stands there."""
    if isinstance(value, str) and (block := _block(value, indent + 2)):
        yield f"{start} {block[0]}"
        yield from block[1:]
        return
    line = f"{start} {_single(value, _PLAIN) if not isinstance(value, dict | list | tuple) else flow(value)}"
    if path not in opened and (len(line) <= WIDTH or not isinstance(value, dict | list | tuple)) and not _deep(value):
        yield line
    elif isinstance(value, Mapping) and value:
        yield start
        yield from _entries(value, path, indent + 2, notes, opened)
    elif value and all(not isinstance(item, dict | list | tuple) for item in value):
        yield f"{start} ["
        yield from _wrapped(value, indent + 2)
        yield f"{' ' * indent}]"
    elif value:
        yield start
        for number, item in enumerate(value):
            at = (*path, number)
            if isinstance(item, Mapping) and len(flow(item)) > WIDTH - indent - 4:
                inner = list(_entries(item, at, indent + 4, notes, opened))
                inner = [line for line in inner if line]
                yield f"{' ' * (indent + 2)}- {inner[0].lstrip()}"
                yield from inner[1:]
            else:
                yield from _entry(f"{' ' * (indent + 2)}-", item, at, indent + 2, notes, opened)
    else:
        yield line


def _deep(value: Any) -> bool:
    """Whether it is too much for one line: texts of several lines, or mappings in mappings in mappings."""
    if isinstance(value, str):
        return False
    return _depth(value) > 2 or any("\n" in text for text in _texts(value))


def _depth(value: Any) -> int:
    if isinstance(value, Mapping):
        return 1 + max(map(_depth, value.values()), default=0)
    return max(map(_depth, value), default=0) if isinstance(value, list | tuple) else 0


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)


def _wrapped(items: Sequence[Any], indent: int) -> Iterator[str]:
    line = " " * indent
    for item in items:
        text = f"{flow(item)},"
        if line.strip() and len(line) + len(text) >= WIDTH:
            yield line.rstrip()
            line = " " * indent
        line += f"{text} "
    yield line.rstrip().removesuffix(",")


def _comment(lines: Sequence[str], indent: int) -> Iterator[str]:
    for line in lines:
        yield f"{' ' * indent}# {_in_comment(line)}".rstrip()


def _in_comment(line: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in line)


def _single(value: Any, fitting: re.Pattern[str]) -> str:
    if isinstance(value, str):
        return _text(value, fitting)
    return "null" if value is None else scalar(value)


def _text(text: str, fitting: re.Pattern[str]) -> str:
    plain = (fitting.fullmatch(text) or _UID.fullmatch(text)) and text.casefold() not in _SPECIAL
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + "".join(map(_letter, text)) + '"'


def _letter(letter: str) -> str:
    if letter in '\\"':
        return f"\\{letter}"
    if letter.isprintable():
        return letter
    code = ord(letter)
    return {0x0A: "\\n", 0x09: "\\t"}.get(code) or (f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")


def _block(text: str, indent: int) -> list[str]:
    """A text as lines below its key; none if it is short, or would be read otherwise there."""
    lines = text.split("\n")
    if len(lines) == 1:
        return _folded(text, indent) if len(text) + indent > WIDTH - 20 else []
    ends = "|" if text.endswith("\n") else "|-"
    lines = lines[:-1] if text.endswith("\n") else lines
    usable = lines and lines[0] and lines[-1] and not lines[0].startswith(" ")
    if not usable or any(line != line.rstrip() or not line.isprintable() for line in lines):
        return []
    return [ends, *(f"{' ' * indent}{line}".rstrip() for line in lines)]


def _folded(text: str, indent: int) -> list[str]:
    """One long line as several, which are read as one again."""
    if not text.isprintable() or text != text.strip():
        return []
    lines: list[str] = []
    # A break is read as a space, so it can only stand where there is a single one.
    for word in _SINGLE_SPACE.split(text):
        if lines and len(lines[-1]) + len(word) + indent < WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [">-", *(f"{' ' * indent}{line}" for line in lines)]
