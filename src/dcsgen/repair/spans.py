"""Where each node of a YAML text begins and ends, to the character: what is changed is nothing but what must be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dcsgen.base.tree import LINE_ENDS

SCALAR, MAPPING, SEQUENCE, ALIAS = "scalar", "mapping", "sequence", "alias"


@dataclass(slots=True)
class Node:
    """A node, from its first character up to, not including, `end`.

    `style` is the sign with which it begins: a quotation mark, `|` or `>` of a scalar, `{` or `[` in flow style; empty
    without one. `decorated` says that an anchor or a tag belongs to it. `children` are the items of a list, or keys
    and values of a mapping in turn.
    """

    kind: str
    start: int
    end: int
    style: str = ""
    decorated: bool = False
    in_flow: bool = False
    children: list[Node] = field(default_factory=list)

    @property
    def last_character(self) -> int:
        """Where the content ends, without the comments and empty lines that follow a block."""
        node = self
        while node.children and not node.style:
            node = node.children[-1]
        return node.end

    def last_flow_character(self, text: str) -> int:
        """Where the last entry of a mapping in flow style ends, `{a: }` and `{a}` included."""
        key, value = self.children[-2:]
        if value.end > value.start:
            return value.end
        return max(key.end, value.end)


class Spans:
    """The nodes of a text by the line and column, from 0, at which they begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._line_starts = [0, *_line_starts(text)]
        self._keys: dict[int, Node] = {}
        self._values: dict[int, Node] = {}
        self.root = self._parsed()

    def offset(self, line: int, column: int) -> int:
        """The offset of a place in the text."""
        return self._line_starts[line] + column

    def spot(self, offset: int) -> tuple[int, int]:
        """Line and column from 0 of an offset."""
        line = bisect_right(self._line_starts, offset) - 1
        return line, offset - self._line_starts[line]

    def key(self, line: int, column: int) -> Node | None:
        """The key of a mapping that begins at a place."""
        return self._keys.get(self.offset(line, column))

    def value(self, line: int, column: int) -> Node | None:
        """The value of a mapping, or item of a list, that begins at a place and is not empty."""
        return self._values.get(self.offset(line, column))

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before what ends it."""
        while offset < len(self.text) and self.text[offset] not in LINE_ENDS:
            offset += 1
        return offset

    def _parsed(self) -> Node:
        import yaml
        from yaml.events import AliasEvent, MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent

        loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
        root: Node | None = None
        stack: list[Node] = []
        for event in yaml.parse(self.text, Loader=loader):
            if isinstance(event, NodeEvent):
                start, end = self._at(event.start_mark), self._at(event.end_mark)
                above = stack[-1] if stack else None
                node = Node(ALIAS, start, end, in_flow=above is not None and bool(above.style))
                if not isinstance(event, AliasEvent):
                    node.decorated = event.anchor is not None or getattr(event, "tag", None) is not None
                if isinstance(event, ScalarEvent):
                    node.kind, node.style = SCALAR, event.style or ""
                    if node.style in ("|", ">"):
                        node.end = start + len(self.text[start:end].rstrip())
                self._register(node, above)
                if isinstance(event, MappingStartEvent | SequenceStartEvent):
                    mapping = isinstance(event, MappingStartEvent)
                    node.kind = MAPPING if mapping else SEQUENCE
                    node.style = ("{" if mapping else "[") if event.flow_style else ""
                    stack.append(node)
                root = root or node
            elif isinstance(event, yaml.events.CollectionEndEvent):
                node = stack.pop()
                node.end = self._at(event.end_mark) if node.style else node.last_character
        assert root is not None, "a text that could be loaded has a node"
        return root

    def _register(self, node: Node, above: Node | None) -> None:
        if above is not None:
            is_key = above.kind == MAPPING and len(above.children) % 2 == 0
            above.children.append(node)
            if is_key:
                self._keys[node.start] = node
                return
        # What is empty begins where the next thing may begin, too.
        if node.kind != SCALAR or node.end > node.start:
            self._values[node.start] = node

    def _at(self, mark: Any) -> int:
        # Not the index of the mark: only lines and columns are what the marks of a tree have.
        return min(self.offset(mark.line, mark.column), len(self.text)) if mark.line < self._lines else len(self.text)

    @property
    def _lines(self) -> int:
        return len(self._line_starts)


def _line_starts(text: str) -> Iterator[int]:
    for offset, character in enumerate(text):
        if character in LINE_ENDS and not (character == "\r" and text[offset + 1 : offset + 2] == "\n"):
            yield offset + 1


@lru_cache(maxsize=8)
def spans_of(text: str) -> Spans:
    """The nodes of a text that was read as a description; a few texts are kept, since all repairs of one come together.

    Only a text with whose marks a tree was built may be asked for: another one may be no YAML.
    """
    return Spans(text)
