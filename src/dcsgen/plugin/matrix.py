"""The matrix of many products, and the forms in which it is written out: who can use what of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice, repeat
from typing import NamedTuple

from msgspec import Struct

from dcsgen.base.interaction import Means
from dcsgen.base.place import Path, Place
from dcsgen.model.ability import Abilities
from dcsgen.model.prospect import Prospect


class Row(NamedTuple):
    """Of one product, a number for each product: how many things it uses work with that one, and may work.

    `loss` are those that work with loss; without it, nothing is known of any.
    """

    works: Sequence[int]
    may: Sequence[int]
    loss: Sequence[int] = ()

    @property
    def numbers(self) -> Iterator[tuple[int, int, int]]:
        """The numbers of each product together."""
        return zip(self.works, self.may, self.loss or repeat(0, len(self.works)), strict=True)


class Share(StrEnum):
    """How much of what one product uses works with another; `cannot tell` if nothing works for sure, but may."""

    ALL = "all"
    LOSS = "all, with loss"
    SOME = "some"
    CANNOT_TELL = "cannot tell"
    NONE = "none"
    NOTHING_USED = "nothing used"


class Cell(NamedTuple):
    """An ordered pair of products: how many things the first one uses; how many work, may work, work with loss."""

    uses: int
    works: int
    may: int
    loss: int = 0

    @property
    def done(self) -> int:
        """How many work, with loss or without."""
        return self.works + self.loss

    @property
    def share(self) -> Share:
        """The numbers in a word."""
        if not self.uses:
            return Share.NOTHING_USED
        if self.done:
            return Share.SOME if self.done < self.uses else Share.LOSS if self.loss else Share.ALL
        return Share.CANNOT_TELL if self.may else Share.NONE


class MatrixProduct(Struct, frozen=True, kw_only=True):
    """A product of a matrix. `label` is its name, with as much more as it takes to tell it from the others.

    `places` are those of the paths in its abilities, as far as they are known.
    """

    label: str
    name: str
    version: str
    vendor: str
    file: str
    abilities: Abilities
    places: dict[Path, Place]

    def provides(self, group: str) -> bool:
        """Whether it provides anything of a group; an empty one means any."""
        return any(group in ("", one.group) for one in self.abilities.provides.values())

    def uses(self, group: str) -> int:
        """How many things of a group it uses of others; an empty one means all."""
        return sum(group in ("", one.group) for one in self.abilities.uses.values())

    def placed(self, paths: Sequence[Path]) -> tuple[Place, ...]:
        """Where paths are in files."""
        return tuple(self.places[path] for path in paths if path in self.places)


class Group(NamedTuple):
    """A Service Class of PS3.4, or a web service of PS3.18."""

    name: str
    means: Means


class Matrix(Struct, frozen=True, kw_only=True):
    """For each ordered pair of products, how many SOP Classes, web transactions and media profiles work.

    `rows` counts for one product, by its index, over one group or, if that is empty, all of them; it works when it is
    asked, so that a matrix of thousands of products need not be in memory. `pairs` tells what becomes of each thing
    that one product uses, with another. With `full`, pairs were matched down to content. `notes` are sentences about
    the products.
    """

    tool: str
    version: str
    products: tuple[MatrixProduct, ...]
    groups: tuple[Group, ...]
    rows: Callable[[int, str], Row]
    pairs: Callable[[int, int], tuple[Prospect, ...]]
    full: bool = False
    notes: tuple[str, ...] = ()

    def cells(self, user: int, group: str = "") -> Iterator[Cell]:
        """What one product can do with each, itself included: another one of its kind is meant then."""
        uses = self.products[user].uses(group)
        yield from (Cell(uses, *numbers) for numbers in self.rows(user, group).numbers)

    def shares(self, user: int) -> Counter[Share]:
        """With how many others how much of what one product uses works."""
        uses, row = self.products[user].uses(""), self.rows(user, "")
        # Of thousands of products, most have the same few numbers.
        alike = Counter(row.numbers)
        alike[next(islice(row.numbers, user, None))] -= 1
        found: Counter[Share] = Counter()
        for numbers, many in alike.items():
            found[Cell(uses, *numbers).share] += many
        return found


class MatrixReporter(Struct, frozen=True):
    """A named form. `write` takes the matrix and whether colours are wanted, and gives the whole text.

    With `binary`, it gives the bytes of a file instead, which can only go to one: the same matrix, the same bytes.
    `write` raises `DcsgenError` with a sentence for people when the form cannot be had on this machine.
    """

    name: str
    write: Callable[[Matrix, bool], str | bytes]
    binary: bool = False
