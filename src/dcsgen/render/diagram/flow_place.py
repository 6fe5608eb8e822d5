"""Heights of the shapes in the columns of a data flow, and of the points where lines meet them.

Each shape wants to stand level with the shapes that it is joined to, and may not come nearer to its
neighbours than a given distance. For one column that is a least-squares problem with a fixed order, solved
exactly by pooling neighbours that would overlap; going to and fro over the columns settles all of them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Spot = tuple[int, int]
"""A shape as the number of its column and its number in the column."""

_ROUNDS = 40
# A shape without lines still has to be somewhere: it stays where it is, but yields to all others.
_LOOSE = 0.001


class Slot(NamedTuple):
    """A place in a column: half of a shape's height and the free room that it needs above itself."""

    half: float
    room_above: float


class Line(NamedTuple):
    """A line between two shapes."""

    start: Spot
    end: Spot


def stack_height(slots: Sequence[Slot]) -> float:
    """Height of a column whose shapes stand as close as they may."""
    return sum(2 * slot.half for slot in slots) + sum(slot.room_above for slot in slots[1:])


def settle(columns: Sequence[Sequence[Slot]], lines: Sequence[Line], follow: Mapping[Spot, Spot]) -> list[list[float]]:
    """For each column the heights of its shapes' centres; the highest shape touches height 0.

    A shape without lines may `follow` another one: it comes as near to it as it can without pushing it.
    """
    distances = [_distances(slots) for slots in columns]
    tallest = max((stack_height(slots) for slots in columns), default=0.0)
    centres = [_stacked(slots, tallest) for slots in columns]
    neighbours: dict[Spot, list[Spot]] = {}
    for start, end in dict.fromkeys(lines):
        neighbours.setdefault(start, []).append(end)
        neighbours.setdefault(end, []).append(start)
    order = list(range(len(columns)))
    for _ in range(_ROUNDS):
        for column in (*order, *reversed(order)):
            wished, weights = [], []
            for index, now in enumerate(centres[column]):
                near = neighbours.get((column, index), [])
                leader = follow.get((column, index))
                if near:
                    wished.append(sum(centres[c][i] for c, i in near) / len(near))
                else:
                    wished.append(centres[leader[0]][leader[1]] if leader else now)
                weights.append(float(len(near)) or _LOOSE)
            centres[column] = _nearest(wished, weights, distances[column])
    top = min(
        (y - slot.half for ys, slots in zip(centres, columns, strict=True) for y, slot in zip(ys, slots, strict=True)),
        default=0.0,
    )
    return [[y - top for y in ys] for ys in centres]


def _distances(slots: Sequence[Slot]) -> list[float]:
    """Least distance of each centre from the first one."""
    result, total = [0.0] if slots else [], 0.0
    for upper, lower in pairwise(slots):
        total += upper.half + lower.room_above + lower.half
        result.append(total)
    return result


def _stacked(slots: Sequence[Slot], tallest: float) -> list[float]:
    """Centres of shapes that stand as close as they may, in the middle of the tallest column."""
    if not slots:
        return []
    first = (tallest - stack_height(slots)) / 2 + slots[0].half
    return [first + distance for distance in _distances(slots)]


def _nearest(wished: Sequence[float], weights: Sequence[float], distances: Sequence[float]) -> list[float]:
    """The heights nearest to the wished ones (weighted squares) that keep order and distances.

    With the least distances taken off, what remains has only to be non-decreasing: isotonic regression.
    """
    pools: list[tuple[float, float, int]] = []  # mean, weight, members
    for wish, weight, distance in zip(wished, weights, distances, strict=True):
        mean, members = wish - distance, 1
        while pools and pools[-1][0] > mean:
            above, above_weight, above_members = pools.pop()
            mean = (mean * weight + above * above_weight) / (weight + above_weight)
            weight, members = weight + above_weight, members + above_members
        pools.append((mean, weight, members))
    means = [mean for mean, _, members in pools for _ in range(members)]
    return [mean + distance for mean, distance in zip(means, distances, strict=True)]
