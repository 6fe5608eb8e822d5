"""Where the keys and values of a TOML file stand; the parser of Python tells only what they are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.place import Path, Place

_TOKEN = re.compile(
    r"""(?P<blank>[ \t]+|\#[^\r\n]*)|(?P<end>\r?\n)|(?P<mark>[\[\]{}=,.])"""
    r'''|(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*')'''
    r"""|(?P<word>[^\s\[\]{}=,.\#"']+)""",
    re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


class Spot(NamedTuple):
    """Where a key begins and where its value does; for an item of a list both are where it begins."""

    key: int
    value: int


class Places:
    """The places in a text that is TOML."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._spots = spots(text)

    def of(self, path: Path, *, on_key: bool = False) -> Place | None:
        """The place of what stands at a path, or of the nearest thing above it; None if nothing of it is written."""
        for length in range(len(path), 0, -1):
            spot = self._spots.get(path[:length])
            if spot is not None:
                at = spot.key if on_key or length < len(path) else spot.value
                before = self._text[:at]
                return Place(self._file, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
        return None


def spots(text: str) -> dict[Path, Spot]:
    """Where each key, table and item stands, as offsets. The text must be one that `tomllib` can read."""
    reader = _Reader(text)
    reader.read()
    return reader.spots


class _Reader:
    def __init__(self, text: str) -> None:
        self.spots: dict[Path, Spot] = {}
        self._tokens = [token for token in _tokens(text) if token.kind != "blank"]
        self._next = 0
        self._lengths: dict[Path, int] = {}

    def read(self) -> None:
        table: Path = ()
        while self._next < len(self._tokens):
            token = self._take()
            if token.text == "[":
                table = self._header(token)
            elif token.kind != "end":
                self._next -= 1
                self._pair(table)

    def _header(self, begin: _Token) -> Path:
        many = self._look() == "["
        if many:
            self._take()
        path: Path = ()
        keys = self._keys("]")
        for index, (key, _) in enumerate(keys):
            path = (*path, key)
            if many and index == len(keys) - 1:
                self._lengths[path] = self._lengths.get(path, 0) + 1
                self.spots.setdefault(path, Spot(begin.at, begin.at))
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        if many:
            self._take()
        self.spots[path] = Spot(begin.at, begin.at)
        return path

    def _pair(self, table: Path) -> None:
        path = table
        keys = self._keys("=")
        for key, at in keys:
            path = (*path, key)
            self.spots.setdefault(path, Spot(at, at))
        self._skip_ends()
        self.spots[path] = Spot(keys[-1][1], self._tokens[self._next].at)
        self._value(path)

    def _keys(self, end: str) -> list[tuple[str, int]]:
        """The keys up to a mark, which is taken too, each with where it begins."""
        found = []
        while (token := self._take()).text != end or token.kind != "mark":
            if token.kind == "text":
                found.append((str(tomllib.loads(f"key = {token.text}")["key"]), token.at))
            elif token.kind == "word":
                found.append((token.text, token.at))
        return found

    def _value(self, path: Path) -> None:
        opening = self._take()
        if opening.kind != "mark" or opening.text not in "[{":
            # A number or a day may have dots and spaces inside.
            while self._look() not in (",", "]", "}", "\n", "\r\n", ""):
                self._take()
            return
        index = 0
        while True:
            self._skip_ends()
            if self._look() in ("]", "}"):
                self._take()
                return
            if self._look() == ",":
                self._take()
            elif opening.text == "{":
                self._pair(path)
            else:
                at = self._tokens[self._next].at
                self.spots[*path, index] = Spot(at, at)
                self._value((*path, index))
                index += 1

    def _skip_ends(self) -> None:
        while self._next < len(self._tokens) and self._tokens[self._next].kind == "end":
            self._next += 1

    def _look(self) -> str:
        """The text of the next token if it is a mark or ends a line; a space for any other, empty after the last."""
        if self._next >= len(self._tokens):
            return ""
        token = self._tokens[self._next]
        return token.text if token.kind in ("mark", "end") else " "

    def _take(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        yield _Token(str(found.lastgroup), found[0], found.start())
