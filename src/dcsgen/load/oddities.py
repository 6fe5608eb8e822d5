"""The rare things in a YAML file: repeated and merge keys, tags, anchors, aliases, keys that are no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from dcsgen.base.finding import Problem
from dcsgen.base.tree import LeftOut
from dcsgen.load import kinds
from dcsgen.load.aliases import copy_of, extent_of, forget
from dcsgen.load.decoding import character_name
from dcsgen.load.scalars import plain
from dcsgen.load.unreadable import at_spot, shown

if TYPE_CHECKING:
    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.base.finding import Kind, Path
    from dcsgen.base.tree import Mark, Node, Source
    from dcsgen.load.aliases import Marks
    from dcsgen.load.limits import Limits

_STANDARD_TAGS = "tag:yaml.org,2002:"
_TEXT_TAG = f"{_STANDARD_TAGS}str"

# An escape in quoted text can make what may not stand in the file itself.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

Event = Any
"""An event of the parser as `yaml.events` has them; their type hints lack what all events do have."""

Frame = tuple[Any, "dict[str | int, Mark]", "str | int", "str | None", int, int]
"""A container that waits while a child of it is built: the container, its marks, and the step to the child.

Then, if the child is itself a key, what stands for that key in the container, and its line and column.
"""


class Spot(NamedTuple):
    """A place in the text, counted from 0 as the parser's marks are."""

    line: int
    column: int


class Anchored(NamedTuple):
    """A node that aliases may name; `text` is how it was written, None for a mapping or list."""

    value: Node
    text: str | None


class Oddities:
    """Handles the rare cases of one run of the builder, and keeps what only they need."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.stack: list[Frame] = []
        self.marks: Marks = {}
        self.problems: list[Problem] = []
        self._anchors: dict[str, Anchored] = {}
        self._alias_nodes = 0
        self._left_out: list[tuple[dict[str, Node], LeftOut]] = []
        self._keys_left_out: list[Node] = []

    def key(self, event: Event, start: Spot, mapping: dict[str, Node]) -> str:
        """The key to use for a scalar that is repeated, quoted, tagged, anchored or a merge key."""
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored(_value(event), event.value)
        unquoted = event.tag is None and event.implicit[0]
        key = self._usable(event.value, start, mapping, merges=unquoted)
        self._check_tag(event.tag, self._path(key), on_key=True)
        self._check_characters(event.value, self._path(key), on_key=True)
        return key

    def scalar(self, event: Event, step: str | int) -> Node:
        """The value of a scalar that has a tag, an anchor, or characters that are not printed."""
        value = _value(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored(value, event.value)
        self._check_tag(event.tag, self._path(step))
        self._check_characters(event.value, self._path(step))
        return value

    def opened(self, event: Event, node: Node) -> None:
        """Looks at a mapping or list that begins and whose parents are all on the stack."""
        if len(self.stack) >= self.limits.depth:
            message = f"mappings and lists stand more than {self.limits.depth} levels deep inside each other"
            raise self._stop(kinds.NESTING_TOO_DEEP, event.start_mark, message, "check how the file was made")
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored(node, None)
        if event.tag is not None:
            self._report_tag(event.tag, tuple(frame[2] for frame in self.stack))

    def container_as_key(self, event: Event, node: Node, mapping: dict[str, Node]) -> str:
        """What stands for a mapping or list in the place of a key; the node itself is built beside the tree."""
        self._keys_left_out.append(node)
        return self._key_not_text(event.start_mark, mapping)

    def alias(self, event: Event, container: Node) -> Node:
        """The value of an alias: a copy of its own of the node it names."""
        node = self._named(event, container).value
        room = self.limits.alias_nodes - self._alias_nodes
        extent = extent_of(node, room)
        if extent.nodes > room:
            message = f"aliases stand for more than {self.limits.alias_nodes:,} nodes in total"
            hint = "use a named set for facts that repeat, instead of aliases of aliases"
            raise self._stop(kinds.ALIAS_BOMB, event.start_mark, message, hint)
        if len(self.stack) + 1 + extent.depth > self.limits.depth:
            message = f"with what {_alias(event)} stands for, more than {self.limits.depth} levels are nested"
            hint = "use a named set for facts that repeat, instead of aliases of aliases"
            raise self._stop(kinds.NESTING_TOO_DEEP, event.start_mark, message, hint)
        self._alias_nodes += extent.nodes
        return copy_of(node, self.marks)

    def alias_key(self, event: Event, mapping: dict[str, Node]) -> str:
        """The key that an alias stands for."""
        named = self._named(event, mapping)
        if named.text is None:
            return self._key_not_text(event.start_mark, mapping)
        return self._usable(named.text, event.start_mark, mapping, merges=False)

    def inside(self, start: Spot) -> Spot:
        """The spot, or the end of the text if it is behind that, as an absent value in the last line may be."""
        lines = self.source.lines
        return start if start.line < len(lines) else Spot(len(lines) - 1, len(lines[-1]))

    def too_many_nodes(self, start: Spot) -> UnreadableInputError:
        """The error for more nodes than the limit."""
        message = f"the file has more than {self.limits.nodes:,} keys, values, mappings and lists"
        hint = "split it over several files and join them with `include`"
        return self._stop(kinds.TOO_MANY_NODES, start, message, hint)

    def clear(self) -> None:
        """Takes what is left out from the data, when nothing can refer to it any more; its place stays known."""
        # Inner ones were met later: from there outwards, nothing is walked through twice.
        for mapping, key in reversed(self._left_out):
            forget(mapping.pop(key), self.marks)
        for node in self._keys_left_out:
            forget(node, self.marks)

    def _named(self, event: Event, container: Node) -> Anchored:
        named = self._anchors.get(event.anchor)
        if named is None:
            message = f"the alias {_alias(event)} names nothing that stands above it"
            hint = "put quotes around text that starts with an asterisk"
            raise self._stop(kinds.YAML_SYNTAX, event.start_mark, message, hint)
        if named.text is None and (named.value is container or any(frame[0] is named.value for frame in self.stack)):
            message = f"the alias {_alias(event)} stands inside the node that it names"
            raise self._stop(kinds.ALIAS_BOMB, event.start_mark, message, "write out what is meant here")
        return named

    def _usable(self, text: str, start: Spot, mapping: dict[str, Node], *, merges: bool) -> str:
        """The text as a key, or what stands for it if it is left out."""
        if merges and text == "<<":
            key = self._leave_out(text, mapping)
            message = "the merge key `<<` is not part of a description"
            hint = "write repeated facts as a named set, or let the description extend another one"
            self._report(kinds.MERGE_KEY, self._path(key), message, hint, on_key=True)
            return key
        if text not in mapping:
            return text
        first, again = self.marks[id(mapping)][text].key_line + 1, start.line + 1
        where = f"in line {first} and again in line {again}" if first != again else f"in line {first}"
        key = self._leave_out(text, mapping)
        self._report(
            kinds.REPEATED_KEY,
            self._path(key),
            f"{shown(text)} is given twice: {where}",
            "delete one of them, or merge the two; until then the first one counts",
            on_key=True,
            related=(self._path(text),),
        )
        return key

    def _key_not_text(self, start: Spot, mapping: dict[str, Node]) -> str:
        key = self._leave_out("?", mapping)
        message = f"the key in line {start.line + 1} is a mapping or a list, where a name is expected"
        hint = "put quotes around text that starts with a brace or bracket"
        self._report(kinds.KEY_NOT_TEXT, self._path(key), message, hint, on_key=True)
        return key

    def _leave_out(self, text: str, mapping: dict[str, Node]) -> LeftOut:
        key = LeftOut(text)
        self._left_out.append((mapping, key))
        return key

    def _check_tag(self, tag: str | None, path: Path, *, on_key: bool = False) -> None:
        if tag is not None and tag != _TEXT_TAG:
            self._report_tag(tag, path, on_key=on_key)

    def _report_tag(self, tag: str, path: Path, *, on_key: bool = False) -> None:
        name = f"!!{tag.removeprefix(_STANDARD_TAGS)}" if tag.startswith(_STANDARD_TAGS) else tag
        message = f"the tag {shown(name)} is not allowed in a description"
        hint = "delete it, or put quotes around text that starts with an exclamation mark"
        self._report(kinds.CUSTOM_TAG, path, message, hint, on_key=on_key)

    def _check_characters(self, text: str, path: Path, *, on_key: bool = False) -> None:
        found = None if text.isprintable() else _CONTROL.search(text)
        if found:
            message = f"the text holds the {character_name(found[0])}, written as an escape"
            hint = "delete it; no document can show it"
            self._report(kinds.BINARY_CONTENT, path, message, hint, on_key=on_key)

    def _path(self, step: str | int) -> Path:
        return (*(frame[2] for frame in self.stack), step)

    def _report(
        self, kind: Kind, path: Path, message: str, hint: str, *, on_key: bool, related: tuple[Path, ...] = ()
    ) -> None:
        problem = Problem(kind=kind, path=path, message=message, hint=hint, related=related, on_key=on_key)
        self.problems.append(problem)

    def _stop(self, kind: Kind, start: Spot, message: str, hint: str) -> UnreadableInputError:
        return at_spot(kind, self.source, start.line, start.column, message, hint)


def _value(event: Event) -> Node:
    """The value of a scalar as if it had no tag; only the tag of text makes a difference, it quotes."""
    return event.value if event.style or event.tag == _TEXT_TAG else plain(event.value)


def _alias(event: Event) -> str:
    return shown(f"*{event.anchor}")
