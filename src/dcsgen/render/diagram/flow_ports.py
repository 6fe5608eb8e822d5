"""Where lines meet the sides of shapes: one point per line, evenly spread, in the order of the far ends.

Lines end level at a shape, so arrowheads need no turning and a line that arrives stays within the height of
its own shape until it has left the column. Two lines between the same shapes are parallel.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from dcsgen.render.diagram.flow_shapes import PORT_SPACING, usable_half

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dcsgen.render.diagram.flow_graph import Edge, Kind

# Level lines graze a round shape where they end far from its middle, so they slide within this part of it only.
_ROUND_REACH = 0.5


class Shape(NamedTuple):
    """A shape in its place; `x`, `y` are its centre."""

    kind: Kind
    x: float
    y: float
    half_width: float
    half_height: float

    def side(self, y: float, towards: int) -> float:
        """Horizontal place of the outline at a height, on the right (1) or left (-1) side."""
        if self.kind in ("ae", "medium"):
            return self.x + towards * self.half_width
        part = (y - self.y) / self.half_height
        return self.x + towards * self.half_width * sqrt(max(0.0, 1 - part * part))


class _Side(NamedTuple):
    """The lines on one side of a shape, by number, from top to bottom, and the shapes at their far ends."""

    column: int
    place: int
    lines: tuple[int, ...]
    others: frozenset[int]


def ports(edges: Sequence[Edge], columns: Sequence[Sequence[Shape]]) -> list[tuple[float, float]]:
    """For each edge the heights of its left and its right end."""
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    sides_right = _sides(edges, at_left_end=True)
    sides_left = _sides(edges, at_left_end=False)
    for sides, heights in ((sides_right, lefts), (sides_left, rights)):
        for side in sides:
            heights.update(_spread(side, columns[side.column][side.place]))
    # Sides that lead to one other shape only may slide a bit, which makes many lines level. Activities slide
    # first, so that lines keep to the middle of the boxes.
    for sides, own, far in (
        ([side for side in sides_right if side.column == 0], lefts, rights),
        (sides_left, rights, lefts),
        (sides_right, lefts, rights),
    ):
        for side in sides:
            if len(side.others) == 1:
                _slide(side, columns[side.column][side.place], own, far)
    return [(lefts[line], rights[line]) for line in range(len(edges))]


def _sides(edges: Sequence[Edge], *, at_left_end: bool) -> list[_Side]:
    """All sides that lines meet with their left end (right sides of shapes), or with their right end."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for line, edge in enumerate(edges):
        own = (edge.left_column, edge.left) if at_left_end else (edge.left_column + 1, edge.right)
        found.setdefault(own, []).append((edge.right if at_left_end else edge.left, line))
    return [
        _Side(column, index, tuple(line for _, line in sorted(ends)), frozenset(other for other, _ in ends))
        for (column, index), ends in found.items()
    ]


def _spread(side: _Side, shape: Shape) -> dict[int, float]:
    """Heights of the lines of one side, around the middle of the shape."""
    gaps = len(side.lines) - 1
    spacing = min(PORT_SPACING, 2 * usable_half(shape.kind, shape.half_height) / gaps) if gaps else 0.0
    return {line: shape.y + (place - gaps / 2) * spacing for place, line in enumerate(side.lines)}


def _slide(side: _Side, shape: Shape, own: dict[int, float], far: dict[int, float]) -> None:
    """Move the lines of one side together to the height of their far ends, if that is within the shape's reach."""
    wished = sum(far[line] - own[line] for line in side.lines) / len(side.lines)
    first, last = own[side.lines[0]], own[side.lines[-1]]
    reach = usable_half(shape.kind, shape.half_height)
    if shape.kind in ("local", "remote"):
        reach = min(reach, shape.half_height * _ROUND_REACH)
    up, down = max(0.0, first - (shape.y - reach)), max(0.0, shape.y + reach - last)
    if not -up <= wished <= down:
        return
    for line in side.lines:
        # Take the far end's own number where it is reached, so that level lines are exactly level.
        own[line] = far[line] if abs(own[line] + wished - far[line]) < 0.05 else own[line] + wished
