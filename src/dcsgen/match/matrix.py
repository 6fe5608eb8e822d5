"""Who can work with whom among many products: counts for each ordered pair, made of whole rows of bits at a time.

A row has a bit for each product. For each way of doing each thing there is the row of those that provide it in this
way; what a product can use of all others is then the union of such rows, and counts are sums of rows. Integers of
Python hold the rows: they are as quick as arrays of numpy here, because a step works on thousands of products.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from dcsgen.model.ability import Abilities, Ability, Leg
from dcsgen.plugin.matrix import Row


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
    making: dict[str, tuple[_Making, ...]] = {}
    for number, product in enumerate(products):
        for key, provided in product.provides.items():
            legs = making.get(key)
            if legs is None:
                legs = making[key] = tuple(_Making(len(products)) for _ in provided.legs)
            for leg, rows in zip(provided.legs, legs, strict=True):
                rows.mark(number, leg)
    return {key: tuple(rows.made() for rows in legs) for key, legs in making.items()}


class _Making:
    """Rows that are being made, in place: a new integer for each bit would be slow among many products."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._ways: dict[str, dict[str, bytearray]] = {}
        self._families: dict[str, bytearray] = {}
        self._unstated: dict[str, bytearray] = {}

    def mark(self, number: int, leg: Leg) -> None:
        """Give a product its bit in the rows of all ways that it states, and in those of their families."""
        for family, names in leg.ways.items():
            self._mark(self._ways.setdefault(family, {}), names, number)
        self._mark(self._families, leg.families, number)
        self._mark(self._unstated, leg.unstated, number)

    def _mark(self, rows: dict[str, bytearray], names: Iterable[str], number: int) -> None:
        byte, bit = number >> 3, 128 >> (number & 7)
        for name in names:
            row = rows.get(name)
            if row is None:
                row = rows[name] = bytearray((self._size + 7) // 8)
            row[byte] |= bit

    def made(self) -> _Index:
        """The rows as integers, whose highest bit is that of the first product."""
        ways = {family: self._made(rows) for family, rows in self._ways.items()}
        return _Index(ways, self._made(self._families), self._made(self._unstated))

    def _made(self, rows: dict[str, bytearray]) -> dict[str, int]:
        return {name: int.from_bytes(row, "big") >> (-self._size % 8) for name, row in rows.items()}
