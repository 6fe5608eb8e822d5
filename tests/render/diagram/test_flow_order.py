"""Order and heights of the shapes of a data flow."""

from __future__ import annotations

import random
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen.render.diagram.flow_order import Orders, crossings, untangle
from dcsgen.render.diagram.flow_place import Line, Slot, settle, stack_height

pairs = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=9)


def crossings_by_hand(orders: Orders, left: list[tuple[int, int]], right: list[tuple[int, int]]) -> int:
    count = 0
    for near, far, lines in ((orders.left, orders.middle, left), (orders.middle, orders.right, right)):
        ends = [(near.index(a), far.index(b)) for a, b in lines]
        count += sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(ends) for c, d in ends[:n])
    return count


@given(pairs, pairs, st.permutations(range(4)), st.permutations(range(4)), st.permutations(range(4)))
def test_crossings_are_counted(
    left: list[tuple[int, int]], right: list[tuple[int, int]], one: list[int], two: list[int], three: list[int]
) -> None:
    orders = Orders(tuple(one), tuple(two), tuple(three))
    assert crossings(orders, left, right) == crossings_by_hand(orders, left, right)


@settings(max_examples=40)
@given(pairs, pairs)
def test_untangled_columns_cross_no_more_than_the_written_ones(
    left: list[tuple[int, int]], right: list[tuple[int, int]]
) -> None:
    orders = untangle((4, 4, 4), left, right)
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    written = Orders((0, 1, 2, 3), (0, 1, 2, 3), (0, 1, 2, 3))
    assert crossings(orders, left, right) <= crossings(written, left, right)


@pytest.mark.parametrize("seed", range(6))
def test_a_flow_that_can_be_drawn_without_crossings_is(seed: int) -> None:
    mix = random.Random(seed)
    names = [mix.sample(range(12), 12) for _ in range(3)]
    left = [(names[0][n], names[1][n]) for n in range(12)]
    right = [(names[1][n], names[2][n]) for n in range(12)] + [(names[1][n], names[2][n + 1]) for n in range(11)]
    assert crossings(untangle((12, 12, 12), left, right), left, right) == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([(0, 2), (1, 0), (2, 1), (0, 1)], [(0, 2), (1, 0), (2, 1), (2, 2)]),
        # Means alone leave one crossing here; a swap of neighbours takes it away.
        ([(0, 1), (1, 0), (1, 1), (2, 1)], [(0, 0), (0, 1), (1, 2), (2, 0), (2, 2)]),
    ],
)
def test_the_best_order_of_a_small_flow_is_found(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    columns = list(permutations(range(3)))
    fewest = min(crossings(Orders(a, b, c), left, right) for a in columns for b in columns for c in columns)
    assert crossings(untangle((3, 3, 3), left, right), left, right) == fewest


def test_an_order_without_crossings_is_left_as_written() -> None:
    assert untangle((2, 2, 3), [(0, 0), (1, 1)], [(0, 0), (1, 2)]) == ((0, 1), (0, 1), (0, 1, 2))


slots = st.lists(st.builds(Slot, half=st.floats(10, 60), room_above=st.floats(0, 30)), max_size=6)


@settings(max_examples=60)
@given(st.lists(slots, min_size=3, max_size=3), st.randoms(use_true_random=False))
def test_settled_shapes_keep_order_and_distance(columns: list[list[Slot]], draw: random.Random) -> None:
    lines = [
        Line((column, draw.randrange(len(columns[column]))), (column + 1, draw.randrange(len(columns[column + 1]))))
        for column in (0, 1)
        for _ in range(6)
        if columns[column] and columns[column + 1]
    ]
    centres = settle(columns, lines, {})
    tops = [
        y - slot.half for ys, slots in zip(centres, columns, strict=True) for y, slot in zip(ys, slots, strict=True)
    ]
    assert min(tops, default=0) == pytest.approx(0)
    for ys, own in zip(centres, columns, strict=True):
        for (upper_y, upper), (lower_y, lower) in pairwise(zip(ys, own, strict=True)):
            assert lower_y - lower.half - (upper_y + upper.half) >= lower.room_above - 1e-6


def test_joined_shapes_stand_level() -> None:
    column = [Slot(20, 10)] * 3
    lines = [Line((0, n), (1, n)) for n in range(3)] + [Line((1, n), (2, n)) for n in range(3)]
    left, middle, right = settle([column, [Slot(30, 40)] * 3, column], lines, {})
    assert left == pytest.approx(middle)
    assert right == pytest.approx(middle)


def test_a_hub_stands_in_the_middle_of_its_shapes() -> None:
    left, middle, right = settle([[], [Slot(20, 10)], [Slot(20, 10)] * 4], [Line((1, 0), (2, n)) for n in range(4)], {})
    assert left == []
    assert right == pytest.approx([20, 70, 120, 170])
    assert middle == pytest.approx([95])


def test_a_follower_stands_as_near_as_it_may() -> None:
    far = [Slot(20, 10)] * 3
    lines = [Line((1, 0), (2, 0)), Line((1, 1), (2, 2))]
    _, _, right = settle([[], [Slot(20, 300)] * 2, far], lines, {(2, 1): (2, 0)})
    assert right[1] - right[0] == pytest.approx(50, abs=0.5)
    assert right[2] - right[1] > 200


def test_the_height_of_a_stack_counts_rooms_between_shapes_only() -> None:
    assert stack_height([Slot(10, 99), Slot(20, 5)]) == 65
    assert stack_height([]) == 0
