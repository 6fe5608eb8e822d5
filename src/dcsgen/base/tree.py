"""A description as plain data that remembers where each node stands in which file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import Struct, structs

from dcsgen.base.finding import Finding, Path, Place, Problem, finding_of

Node = Any
"""A mapping with text keys, a list, text, an int, a float, a bool or None."""

EXCERPT_LENGTH = 2000
"""Characters of a line that an excerpt keeps at most; who shows it cuts further, around the column."""

LINE_ENDS = "\r\n\x85\u2028\u2029"
"""What ends a line for a YAML parser; CR and LF together are one end."""

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")

# Control characters, what turns the direction of writing around, and what cannot be printed at all.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends, as YAML counts them; at least one, the last may be empty."""
    return _LINE_END.split(text)


def harmless(text: str) -> str:
    """Text that a terminal shows and does not obey, of the same length, so that columns stay right.

    Control characters become their pictures (ESC is `␛`, a tab `␉`); characters without one become `�`.
    """
    return _HARMFUL.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


class Mark(Struct, frozen=True, gc=False):
    """Where a child stands: the index of its file, and lines and columns from 0 of its key and its value.

    Columns count characters. For a list item, key and value marks are the same. Marks are many and refer to
    nothing, so the garbage collector need not know them.
    """

    file: int
    key_line: int
    key_column: int
    line: int
    column: int


class _File(NamedTuple):
    name: str
    text: str


class Source(_File):
    """One file that was read: the name to show and its text."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, split once."""
        return lines_of(self.text)

    def line(self, number: int) -> str:
        """A line by its number from 1, harmless and of at most `EXCERPT_LENGTH`; empty if there is none."""
        if not 0 < number <= len(self.lines):
            return ""
        return harmless(self.lines[number - 1][:EXCERPT_LENGTH])


class LeftOut(str):
    """A key that stands in the file but not in the data, e.g. because it stands there twice.

    Its text is the key's. It equals only itself, so that a path can name each of several keys of one text:
    `("ae", LeftOut("role"))` has a place of its own beside `("ae", "role")`.
    """

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


class Tree:
    """Plain data with a side table of marks, so that a path can be turned into a place.

    `marks` goes from `id(container)` to `{key or index: Mark}`; the tree keeps its containers alive, so the
    ids stay valid. A table may hold marks of `LeftOut` keys too. Nothing in a tree is changed after loading,
    except by `compose`, which makes new containers, and by `speak`, which chooses among the languages of a text.
    """

    __slots__ = ("marks", "root", "sources")

    def __init__(self, root: Node, marks: dict[int, dict[str | int, Mark]], sources: list[Source]) -> None:
        self.root = root
        self.marks = marks
        self.sources = sources

    def called(self, sources: list[Source]) -> Tree:
        """The same tree with other names of its files."""
        return Tree(self.root, self.marks, sources)

    def mark(self, path: Path) -> Mark | None:
        """The mark of the deepest node on the path that exists; None for an empty tree."""
        return self._deepest(path)[0]

    def place(self, path: Path, *, on_key: bool = False) -> Place | None:
        """The place of a path, or of its nearest ancestor that was written down.

        A mapping or list that stands below its key is meant as a whole, and the key names it: that is its place.
        """
        mark, node = self._deepest(path)
        if mark is None:
            return Place(self.sources[0].name, 1, 1) if self.sources else None
        on_key = on_key or (isinstance(node, dict | list) and mark.key_line < mark.line)
        line, column = (mark.key_line, mark.key_column) if on_key else (mark.line, mark.column)
        return Place(self.sources[mark.file].name, line + 1, column + 1)

    def _deepest(self, path: Path) -> tuple[Mark | None, Node]:
        node, found = self.root, None
        for step in path:
            marks = self.marks.get(id(node), {})
            step = _written(step, marks)
            if step not in marks:
                break
            found = marks[step]
            if isinstance(step, LeftOut):
                return found, None
            node = node[step]
        return found, node

    def line_of(self, place: Place) -> str:
        """The source line at a place, for an excerpt: harmless to print, at most `EXCERPT_LENGTH` long.

        Empty if the file is not one of this tree's.
        """
        return next((source.line(place.line) for source in self.sources if source.name == place.file), "")

    def finding(self, problem: Problem, provider: str = "") -> Finding:
        """The finding for a problem in this tree, with place and excerpt."""
        place = self.place(problem.path, on_key=problem.on_key)
        related = tuple(p for path in problem.related if (p := self.place(path)) is not None)
        excerpt = self.line_of(place) if place else ""
        if not problem.subject:
            problem = structs.replace(problem, subject=self._item(problem.path))
        return finding_of(problem, place=place, excerpt=excerpt, related=related, provider=provider)

    def _item(self, path: Path) -> str:
        """The item of a list at which a path ends, if it is text or a number: it names itself better than its index."""
        if not path or not isinstance(path[-1], int):
            return ""
        node = self.root
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return ""
        return str(node) if isinstance(node, str | int | float) else ""


def _written(step: str | int, marks: Mapping[str | int, Mark]) -> str | int:
    """A key as it is written. Data that is resolved have `A700` for `a700`."""
    if step in marks or not isinstance(step, str):
        return step
    folded = step.casefold()
    return next((key for key in marks if type(key) is str and key.casefold() == folded), step)
