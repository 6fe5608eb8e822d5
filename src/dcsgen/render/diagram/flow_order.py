"""The order of the shapes in the columns of a data flow, chosen so that few lines cross.

Three columns of nodes, lines only between neighbouring columns: the barycentre heuristic, which puts each node
at the mean height of its neighbours, from several starts, then swaps of neighbours while they help. Ties keep
the order that the author wrote, so the result is the same every time.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Pairs = Sequence[tuple[int, int]]
    """Lines between two columns, as numbers of nodes (left, right)."""

_ROUNDS = 12
_Spot = tuple[int, int]


class Orders(NamedTuple):
    """For each column the numbers of its nodes, from top to bottom."""

    left: tuple[int, ...]
    middle: tuple[int, ...]
    right: tuple[int, ...]


def untangle(sizes: tuple[int, int, int], left_pairs: Pairs, right_pairs: Pairs) -> Orders:
    """Orders of three columns with few crossings, for columns of `sizes` nodes.

    `left_pairs` join the left column with the middle one, `right_pairs` the middle one with the right one.
    """
    written = Orders(*(tuple(range(size)) for size in sizes))
    best, fewest = written, crossings(written, left_pairs, right_pairs)
    for start in _starts(written, left_pairs, right_pairs):
        orders = start
        for _ in range(_ROUNDS):
            count = crossings(orders, left_pairs, right_pairs)
            if count < fewest:
                best, fewest = orders, count
            orders = _sweep(orders, left_pairs, right_pairs)
    return _swapped(best, left_pairs, right_pairs) if fewest else best


def crossings(orders: Orders, left_pairs: Pairs, right_pairs: Pairs) -> int:
    """How many pairs of lines cross when the columns have these orders."""
    left, middle, right = (_positions(order) for order in orders)
    return _between(left, middle, left_pairs) + _between(middle, right, right_pairs)


def _between(above: Mapping[int, int], below: Mapping[int, int], pairs: Pairs) -> int:
    """Crossings between two columns: inversions of the far ends, lines sorted by their near ends."""
    seen: list[int] = []
    count = 0
    for _, far in sorted((above[a], below[b]) for a, b in pairs):
        count += len(seen) - bisect_right(seen, far)
        insort(seen, far)
    return count


def _positions(order: Sequence[int]) -> dict[int, int]:
    return {node: position for position, node in enumerate(order)}


def _heights(order: Sequence[int]) -> dict[int, float]:
    """Positions as parts of the column, so that a long and a short column compare."""
    return {node: (position + 0.5) / len(order) for position, node in enumerate(order)}


def _starts(written: Orders, left_pairs: Pairs, right_pairs: Pairs) -> tuple[Orders, ...]:
    """Where the search begins: as written, with the middle column led by one side alone, and as walked."""
    return (
        written,
        written._replace(middle=_sorted(written.middle, _heights(written.left), [(m, a) for a, m in left_pairs])),
        written._replace(middle=_sorted(written.middle, _heights(written.right), right_pairs)),
        _walked(written, left_pairs, right_pairs),
    )


def _walked(written: Orders, left_pairs: Pairs, right_pairs: Pairs) -> Orders:
    """Orders in which a walk along the lines meets the nodes, each connected part from one of its far ends.

    It keeps parts that are not connected apart, and unrolls chains, which means alone do only slowly.
    """
    lines = [((0, a), (1, m)) for a, m in left_pairs] + [((1, m), (2, r)) for m, r in right_pairs]
    neighbours: dict[_Spot, list[_Spot]] = {}
    for one, other in lines:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    met: dict[_Spot, None] = {}
    # By place in the column before the column, so that parts come in about the order in which they are written.
    spots = sorted(((c, n) for c, order in enumerate(written) for n in order), key=lambda spot: (spot[1], spot[0]))
    for spot in spots:
        if spot not in met:
            one_end = _walk(spot, neighbours)[-1]
            other_end = _walk(one_end, neighbours)[-1]
            # The mirror image has as many crossings: begin at the end that is written first.
            first = min(one_end, other_end, key=lambda end: (end[1], end[0]))
            met |= dict.fromkeys(_walk(first, neighbours))
    return Orders(*(tuple(node for c, node in met if c == column) for column in range(3)))


def _walk(start: _Spot, neighbours: Mapping[_Spot, Sequence[_Spot]]) -> list[_Spot]:
    """All nodes connected with one, nearest first."""
    met = {start: None}
    queue = [start]
    for spot in queue:
        for near in neighbours.get(spot, ()):
            if near not in met:
                met[near] = None
                queue.append(near)
    return queue


def _sweep(orders: Orders, left_pairs: Pairs, right_pairs: Pairs) -> Orders:
    """Both outer columns sorted by the middle one, then the middle one by both."""
    heights = _heights(orders.middle)
    left = _sorted(orders.left, heights, left_pairs)
    right = _sorted(orders.right, heights, [(r, m) for m, r in right_pairs])
    # The two outer columns share one table of heights: their numbers are told apart by the sign.
    outer = {~node: height for node, height in _heights(left).items()} | _heights(right)
    both = [(m, ~a) for a, m in left_pairs] + list(right_pairs)
    return Orders(left, _sorted(orders.middle, outer, both), right)


def _sorted(order: Sequence[int], others: Mapping[int, float], pairs: Pairs) -> tuple[int, ...]:
    """A column sorted by the mean height of each node's neighbours; a node without any stays where it is."""
    neighbours: dict[int, list[float]] = {}
    for node, other in pairs:
        neighbours.setdefault(node, []).append(others[other])
    keys = {
        node: sum(found) / len(found) if (found := neighbours.get(node)) else height
        for node, height in _heights(order).items()
    }
    return tuple(sorted(order, key=lambda node: round(keys[node], 9)))


def _swapped(orders: Orders, left_pairs: Pairs, right_pairs: Pairs) -> Orders:
    """Orders after all swaps of two neighbours that take crossings away."""
    fewest = crossings(orders, left_pairs, right_pairs)
    improved = True
    while improved and fewest:
        improved = False
        for column in range(3):
            for upper in range(len(orders[column]) - 1):
                order = list(orders[column])
                order[upper : upper + 2] = reversed(order[upper : upper + 2])
                tried = Orders(*(tuple(order) if c == column else orders[c] for c in range(3)))
                count = crossings(tried, left_pairs, right_pairs)
                if count < fewest:
                    orders, fewest, improved = tried, count, True
    return orders
