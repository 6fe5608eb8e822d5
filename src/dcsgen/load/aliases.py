"""Copies what an alias names, with its marks, after measuring how much that would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dcsgen.base.tree import LeftOut

if TYPE_CHECKING:
    from dcsgen.base.tree import Mark, Node

Marks = dict[int, dict[str | int, "Mark"]]
"""From the id of a mapping or list to the marks of its children, as in a `Tree`."""


class Extent(NamedTuple):
    """How much a node is: its nodes (keys count too), and the levels of mappings and lists inside each other."""

    nodes: int
    depth: int


def extent_of(node: Node, enough: int) -> Extent:
    """The extent of a node; stops to count soon after more than `enough` nodes."""
    nodes, depth = 1, 0
    level = [node] if isinstance(node, dict | list) else []
    while level and nodes <= enough:
        depth += 1
        below: list[Node] = []
        for container in level:
            children = container.values() if isinstance(container, dict) else container
            nodes += len(container) * (2 if isinstance(container, dict) else 1)
            if nodes > enough:
                break
            below += [child for child in children if isinstance(child, dict | list)]
        level = below
    return Extent(nodes, depth)


def copy_of(node: Node, marks: Marks) -> Node:
    """A copy of a node that shares no mapping or list with it; the marks of its insides are entered too.

    They are those of the original: the place of a value is where it is written. What is left out of the data
    is left out of the copy.
    """
    if not isinstance(node, dict | list):
        return node
    copy: Any = node.copy()
    pending: list[tuple[Any, Any]] = [(node, copy)]
    while pending:
        original, twin = pending.pop()
        marks[id(twin)] = marks[id(original)].copy()
        for step, child in original.items() if isinstance(original, dict) else enumerate(original):
            if isinstance(step, LeftOut):
                del twin[step]
            elif isinstance(child, dict | list):
                twin[step] = child.copy()
                pending.append((child, twin[step]))
    return copy


def forget(node: Node, marks: Marks) -> None:
    """Removes the marks of a node that is left out, since its ids may come back for other containers."""
    pending = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, dict | list):
            marks.pop(id(node), None)
            pending += node.values() if isinstance(node, dict) else node
