"""The texts of a description, with their paths, and the words in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from dcsgen.base import schema
from dcsgen.base.resources import folder
from dcsgen.model import Capability
from dcsgen.plugin import Path
from dcsgen.plugin.tables import FILE as TABLES
from dcsgen.plugin.tables import tables_from_file

Text = tuple[Path, str]

_WORD = re.compile(r"\w+")
_JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_LITERAL = re.compile(r'"([^"]*)"')
_TAG = re.compile(r"<[^<>]*>")


def texts(capability: Capability) -> Iterator[Text]:
    """Every text of a description, names and codes included, and every key that the author chose."""
    return _below(capability, ())


def prose(capability: Capability) -> Iterator[Text]:
    """The texts that may hold CommonMark."""
    import msgspec

    plain = msgspec.to_builtins(capability)
    for node in schema.marked(plain, schema.root("description"), "x-prose"):
        if isinstance(node.node, str):
            yield node.path, node.node


@cache
def printed() -> tuple[str, ...]:
    """What the templates of dcsgen print in their own words: sentences, literals, and the headings of tables."""
    sources = [file.read_text(encoding="utf-8") for file in sorted(folder("templates").rglob("*.html"))]
    sentences = [_TAG.sub(" ", _JINJA.sub(" ", source)) for source in sources]
    literals = [text for source in sources for block in _JINJA.findall(source) for text in _LITERAL.findall(block)]
    columns = [tables_from_file(file).values() for file in sorted(folder("templates").rglob(TABLES))]
    headings = [column.heading for tables in columns for table in tables for column in table.columns]
    return (*sentences, *literals, *headings)


def elsewhere(capability: Capability, *section: str) -> Iterator[str]:
    """The texts outside of a section of the description, and those that the templates add to them in a document."""
    yield from (text for path, text in texts(capability) if path[: len(section)] != section)
    yield from printed()


def unmentioned(
    names: Iterable[str], inside: Iterable[str], form: Callable[[str], str] = lambda word: word
) -> tuple[str, ...]:
    """The names that no text has, word by word; `form` makes words equal that shall count as one (plurals, case).

    Punctuation between words does not count: "PS3.4" is in "see PS3.4, Annex B". Each text is gone through once for
    each number of words that the names have, however many names there are.
    """
    wanted = {name: tuple(map(form, _WORD.findall(name))) for name in names}
    if not wanted:
        return ()
    sequences = set(wanted.values())
    lengths = {len(words) for words in sequences}
    met: set[tuple[str, ...]] = {()}
    for text in inside:
        words = [form(word) for word in _WORD.findall(text)]
        for length in lengths:
            at_each_place = (tuple(words[start : start + length]) for start in range(len(words) - length + 1))
            met.update(sequences.intersection(at_each_place))
    return tuple(name for name, words in wanted.items() if words not in met)


def _below(node: Any, path: Path) -> Iterator[Text]:
    if isinstance(node, Struct):
        members: Iterable[tuple[Any, Any]] = (
            (key, getattr(node, field))
            for field, key in zip(node.__struct_fields__, node.__struct_encode_fields__, strict=True)
        )
    elif isinstance(node, dict):
        members = node.items()
    else:
        members = enumerate(node)
    for key, value in members:
        if isinstance(node, dict):
            yield (*path, key), key
        if isinstance(value, str):
            yield (*path, key), value
        elif value and isinstance(value, Struct | dict | list | tuple):
            yield from _below(value, (*path, key))
