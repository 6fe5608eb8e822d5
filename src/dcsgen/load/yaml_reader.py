"""Reads a YAML file into a tree: plain data that remembers places, with the scalar rules of a description."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dcsgen.base.tree import LINE_ENDS, Source, Tree
from dcsgen.load import kinds
from dcsgen.load.building import Built, build
from dcsgen.load.decoding import decoded, spot_of
from dcsgen.load.files import read_bytes_of, too_large
from dcsgen.load.limits import DEFAULT, Limits
from dcsgen.load.syntax_errors import syntax_error, wrong_number
from dcsgen.load.unreadable import at_spot, shown, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.base.finding import Problem

__all__ = ["Limits", "read_bytes_of", "read_tree"]

_TAG_DECLARATION = re.compile(f"(?:^|(?<=[{LINE_ENDS}]))%TAG")


def read_tree(data: bytes, name: str, limits: Limits = DEFAULT, *, file: int = 0) -> tuple[Tree, list[Problem]]:
    """The content of a YAML file, and the problems that did not keep it from being read.

    `name` is how the file is called in messages, `file` the index that it has in all marks. Only unquoted `true`,
    `false`, `null`, `~` and plain numbers are special, everything else is text (see `scalars.plain`); keys are
    text as they are written. Each alias becomes a copy. Problems are repeated keys (the first counts), merge keys
    and keys that are mappings or lists (left out), tags (passed over) and escaped control characters.

    Raises `UnreadableInputError` for what is not one mapping in one YAML document of text, and for whatever
    passes the limits. No other error, whatever the bytes.
    """
    import yaml

    if len(data) > limits.size:
        raise too_large(name, limits)
    source = Source(name, decoded(data, name))
    _refuse_declared_tags(source)
    # The one in Python tells the same, many times slower; it is for platforms without libyaml.
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    try:
        with _no_garbage_collection():
            built = _one_mapping(loader(source.text).get_event, source, limits, file)
    except yaml.MarkedYAMLError as error:
        raise syntax_error(source, error) from None
    return Tree(built.root, built.marks, [source]), built.problems


def _one_mapping(next_event: Callable[[], Any], source: Source, limits: Limits, file: int) -> Built:
    """The mapping that is the only document of the stream."""
    from yaml.events import DocumentStartEvent, MappingStartEvent, ScalarEvent

    def event() -> Any:
        try:
            return next_event()
        except (ValueError, OverflowError):
            raise wrong_number(source, 0, 0) from None

    event()  # The stream starts.
    if not isinstance(event(), DocumentStartEvent):
        raise _empty(source)
    first = event()
    if isinstance(first, ScalarEvent) and not first.value and first.implicit[0]:
        raise _empty(source)
    if not isinstance(first, MappingStartEvent):
        what = "a list"
        if isinstance(first, ScalarEvent):
            what = "a single value"
            event()  # Where a colon lacks its space, the parser sees a text first and an error behind it.
        start: Any = first.start_mark
        message = f"the outermost thing in the file is {what}, not a mapping of keys to values"
        hint = "begin the file with a key, a colon and a space"
        raise at_spot(kinds.NOT_A_MAPPING, source, start.line, start.column, message, hint)
    built = build(first, next_event, source, limits, file)
    event()  # The document ends.
    after = event()
    if isinstance(after, DocumentStartEvent):
        start = after.start_mark
        message = "a second YAML document begins here, and a file is one description"
        hint = "put it into a file of its own, or delete the line if nothing follows it"
        raise at_spot(kinds.SEVERAL_DOCUMENTS, source, start.line, start.column, message, hint)
    return built


def _refuse_declared_tags(source: Source) -> None:
    # A tag that is declared once, with a name of megabytes, may be used a million times, and the parser would
    # write it out each time.
    found = _TAG_DECLARATION.search(source.text) if "%TAG" in source.text else None
    if found:
        line, column = spot_of(source.text, found.start())
        message, hint = "this line declares tags, which are not allowed in a description", "delete it"
        raise at_spot(kinds.CUSTOM_TAG, source, line, column, message, hint)


def _empty(source: Source) -> UnreadableInputError:
    message = f"{shown(source.name)} holds no description: it is empty or has comments only"
    return whole_file(kinds.EMPTY_FILE, source.name, message, "write the description into it")


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Spares the collector the walks through data that only grows; sets it back afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
