"""Builds plain data with marks from the events of a YAML parser, without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dcsgen.base.tree import LINE_ENDS, Mark
from dcsgen.load.oddities import Oddities
from dcsgen.load.scalars import FIRST, plain
from dcsgen.load.syntax_errors import wrong_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from dcsgen.base.finding import Problem
    from dcsgen.base.tree import Node, Source
    from dcsgen.load.aliases import Marks
    from dcsgen.load.limits import Limits
    from dcsgen.load.oddities import Event


class Built(NamedTuple):
    """The outermost mapping of a file, the marks in it, and what is wrong although it could be read."""

    root: dict[str, Node]
    marks: Marks
    problems: list[Problem]


def build(root_start: Event, next_event: Callable[[], Event], source: Source, limits: Limits, file: int) -> Built:
    """The mapping that begins with `root_start`, from the events that follow up to its end.

    The common case, a plain scalar or a container without tag and anchor, is handled here and in few steps,
    since it happens several hundred thousand times; everything else is left to `Oddities`.
    `file` goes into all marks. Raises `UnreadableInputError` if the limits are passed, or for an alias that cannot
    be expanded.
    """
    from yaml.events import (
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    odd = Oddities(source, limits)
    stack, all_marks = odd.stack, odd.marks
    # Without these signs there is no anchor and no tag in the file, which saves two questions for each scalar.
    signs = "&" in source.text or "!" in source.text
    root: dict[str, Node] = {}
    odd.opened(root_start, root)
    container: Any = root
    marks: dict[str | int, Mark] = {}
    all_marks[id(root)] = marks
    in_mapping = True
    key: Any = None
    key_line = key_column = 0
    open_end = source.text[-1:] not in LINE_ENDS
    start = root_start.start_mark
    nodes_left = limits.nodes - 1

    while True:
        try:
            event = next_event()
        except (ValueError, OverflowError):
            raise wrong_number(source, start.line, start.column) from None
        sort = type(event)
        if sort is ScalarEvent:
            value = event.value
            start = event.start_mark
            if open_end and not value:
                start = odd.inside(start)
            unquoted = event.implicit[0]
            marked = signs and (event.tag is not None or event.anchor is not None)
            if in_mapping and key is None:
                key_line, key_column = start.line, start.column
                if unquoted and not marked and value not in container and value != "<<":
                    key = value
                else:
                    key = odd.key(event, start, container)
                continue
            if marked or not (unquoted or value.isprintable()):
                value = odd.scalar(event, key if in_mapping else len(container))
            elif unquoted and value[:1] in FIRST:
                value = plain(value)

        elif sort is MappingEndEvent or sort is SequenceEndEvent:
            if not stack:
                break
            container, marks, _, key, key_line, key_column = stack.pop()
            in_mapping = type(container) is dict
            continue

        elif sort is MappingStartEvent or sort is SequenceStartEvent:
            start = event.start_mark
            child: Any = {} if sort is MappingStartEvent else []
            if not in_mapping:
                nodes_left -= 1
                step = len(container)
                container.append(child)
                marks[step] = Mark(file, start.line, start.column, start.line, start.column)
                stack.append((container, marks, step, None, 0, 0))
            elif key is not None:
                nodes_left -= 2  # The key as well.
                container[key] = child
                marks[key] = Mark(file, key_line, key_column, start.line, start.column)
                stack.append((container, marks, key, None, 0, 0))
            else:
                # A key can only be text: this one is built beside the tree, for the sake of what follows it.
                key = odd.container_as_key(event, child, container)
                stack.append((container, marks, key, key, start.line, start.column))
            odd.opened(event, child)
            container, marks = child, {}
            all_marks[id(child)] = marks
            in_mapping, key = sort is MappingStartEvent, None
            if nodes_left < 0:
                raise odd.too_many_nodes(start)
            continue

        else:
            start = event.start_mark
            if in_mapping and key is None:
                key_line, key_column = start.line, start.column
                key = odd.alias_key(event, container)
                continue
            value = odd.alias(event, container)

        if in_mapping:
            nodes_left -= 2  # The key as well.
            container[key] = value
            marks[key] = Mark(file, key_line, key_column, start.line, start.column)
            key = None
        else:
            nodes_left -= 1
            line, column = start.line, start.column
            marks[len(container)] = Mark(file, line, column, line, column)
            container.append(value)
        if nodes_left < 0:
            raise odd.too_many_nodes(start)

    odd.clear()
    return Built(root, all_marks, odd.problems)
