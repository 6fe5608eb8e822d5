"""Who can work with whom among many products: counts for each ordered pair, made of whole rows of bits at a time.

A row has a bit for each product. For each way of doing each thing there is the row of those that provide it in this
way; what a product can use of all others is then the union of such rows, and counts are sums of rows. Integers of
Python hold the rows: they are as quick as arrays of numpy here, because a step works on thousands of products.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from dcsgen.model.ability import Abilities, Ability, Leg
from dcsgen.plugin.matrix import Row

_ZERO, _ONE = b"01"


class _Index(NamedTuple):
    """Of one leg of one thing: the rows of products that provide it, by family and way, by family, and not stated."""

    ways: dict[str, dict[str, int]]
    families: dict[str, int]
    unstated: dict[str, int]


class Pairs:
    """All ordered pairs of some products; rows are counted when they are asked for."""

    def __init__(self, products: Sequence[Abilities]) -> None:
        self._uses = [list(one.uses.items()) for one in products]
        self._size = len(products)
        self._ones = int.from_bytes(b"\1" * self._size, "big")
        self._format = f"0{self._size}b"
        self._index = _indices(products)

    def row(self, user: int, group: str = "") -> Row:
        """The row of a product, over all groups or one of them."""
        works = _Sum()
        may = _Sum()
        for key, used in self._uses[user]:
            if group and used.group != group:
                continue
            provided = self._index.get(used.provided_as or key)
            if provided is not None:
                sure = _surely(used, provided)
                works.add(sure)
                may.add(_possibly(used, provided) & ~sure)
        return Row(self._numbers(works), self._numbers(may))

    def _numbers(self, total: _Sum) -> Sequence[int]:
        """The numbers of a sum, in the order of the products."""
        lanes = [self._lanes(total.planes[low : low + 8]) for low in range(0, len(total.planes), 8)] or [
            bytes(self._size)
        ]
        if len(lanes) == 1:
            return lanes[0]
        return [sum(byte << (8 * at) for at, byte in enumerate(each)) for each in zip(*lanes, strict=True)]

    def _lanes(self, planes: Sequence[int]) -> bytes:
        """A byte for each product, from up to eight rows that have a bit of each number."""
        # Written in base 2 and read as bytes, each bit of a row has got a byte, whose lowest bit it is.
        spread = (int.from_bytes(format(plane, self._format).encode(), "big") & self._ones for plane in planes)
        return sum(each << place for place, each in enumerate(spread)).to_bytes(self._size, "big")


class _Sum:
    """Sums of rows: `planes` are rows, too, of the bits of each number, the lowest first."""

    def __init__(self) -> None:
        self.planes: list[int] = []

    def add(self, row: int) -> None:
        """Add 1 where the row has a bit, as a ripple-carry adder does, for all products at once."""
        for place, plane in enumerate(self.planes):
            if not row:
                return
            self.planes[place] = plane ^ row
            row &= plane
        if row:
            self.planes.append(row)


def _surely(used: Ability, provided: Sequence[_Index]) -> int:
    """The row of those with whom there is a common way of each leg."""
    row = -1
    for leg, index in zip(used.legs, provided, strict=True):
        row &= reduce(or_, _met(leg, index), 0)
    return row


def _possibly(used: Ability, provided: Sequence[_Index]) -> int:
    """The row of those with whom there is one, or may be one, because a side does not state its ways."""
    if not any(leg.unstated or index.unstated for leg, index in zip(used.legs, provided, strict=True)):
        return 0
    row = -1
    for leg, index in zip(used.legs, provided, strict=True):
        ours = [index.families.get(family, 0) for family in leg.unstated]
        theirs = [index.unstated.get(family, 0) for family in leg.families]
        row &= reduce(or_, [*_met(leg, index), *ours, *theirs], 0)
    return row


def _met(leg: Leg, index: _Index) -> list[int]:
    """The rows of those who provide the ways of a leg."""
    return [
        rows[name]
        for family, names in leg.ways.items()
        if (rows := index.ways.get(family)) is not None
        for name in names
        if name in rows
    ]


def _indices(products: Sequence[Abilities]) -> dict[str, tuple[_Index, ...]]:
    """The rows of all that is provided, by its key, for each of its legs."""
    providers: dict[str, list[tuple[int, Ability]]] = {}
    for number, product in enumerate(products):
        for key, provided in product.provides.items():
            providers.setdefault(key, []).append((number, provided))
    return {
        key: tuple(
            _index([(number, one.legs[leg]) for number, one in found], len(products))
            for leg in range(len(found[0][1].legs))
        )
        for key, found in providers.items()
    }


def _index(legs: Sequence[tuple[int, Leg]], size: int) -> _Index:
    """The rows of one leg of one thing, from the numbers of those that provide it; the first has the highest bit."""
    blank = bytes([_ZERO]) * size

    def rows() -> defaultdict[str, bytearray]:
        # Digits in base 2 while they are made: it takes one step to set one.
        return defaultdict(lambda: bytearray(blank))

    ways: defaultdict[str, defaultdict[str, bytearray]] = defaultdict(rows)
    families, unstated = rows(), rows()
    for number, leg in legs:
        for family, names in leg.ways.items():
            its = ways[family]
            for name in names:
                its[name][number] = _ONE
        for family in leg.families:
            families[family][number] = _ONE
        for family in leg.unstated:
            unstated[family][number] = _ONE
    return _Index({family: _made(its) for family, its in ways.items()}, _made(families), _made(unstated))


def _made(rows: Mapping[str, bytearray]) -> dict[str, int]:
    return {name: int(digits, 2) for name, digits in rows.items()}
