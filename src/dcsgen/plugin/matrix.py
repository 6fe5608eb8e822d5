"""The matrix of many products, and the forms in which it is written out: who can use what of whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from dcsgen.base.interaction import Means
from dcsgen.base.place import Path, Place
from dcsgen.model.ability import Abilities
from dcsgen.model.prospect import Prospect, prospects


class Row(NamedTuple):
    """Of one product, a number for each product: how many things it uses work with that one, and may work."""

    works: Sequence[int]
    may: Sequence[int]


class Share(StrEnum):
    """How much of what one product uses works with another; `cannot tell` if nothing works for sure, but may."""

    ALL = "all"
    SOME = "some"
    CANNOT_TELL = "cannot tell"
    NONE = "none"
    NOTHING_USED = "nothing used"


class Cell(NamedTuple):
    """An ordered pair of products: of so many things that the first one uses, so many work, and may work."""

    uses: int
    works: int
    may: int

    @property
    def share(self) -> Share:
        """The numbers in a word."""
        if not self.uses:
            return Share.NOTHING_USED
        if self.works:
            return Share.ALL if self.works == self.uses else Share.SOME
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
    asked, so that a matrix of thousands of products need not be in memory. `notes` are sentences about the products.
    """

    tool: str
    version: str
    products: tuple[MatrixProduct, ...]
    groups: tuple[Group, ...]
    rows: Callable[[int, str], Row]
    notes: tuple[str, ...] = ()

    def cells(self, user: int, group: str = "") -> Iterator[Cell]:
        """What one product can do with each, itself included: another one of its kind is meant then."""
        uses = self.products[user].uses(group)
        works, may = self.rows(user, group)
        for number in range(len(self.products)):
            yield Cell(uses, works[number], may[number])

    def prospects(self, user: int, provider: int) -> tuple[Prospect, ...]:
        """What becomes of each thing that one product uses, with another."""
        return tuple(prospects(self.products[user].abilities, self.products[provider].abilities))


class MatrixReporter(Struct, frozen=True):
    """A named form. `write` takes the matrix and whether colours are wanted, and gives the whole text.

    With `binary`, it gives the bytes of a file instead, which can only go to one: the same matrix, the same bytes.
    `write` raises `DcsgenError` with a sentence for people when the form cannot be had on this machine.
    """

    name: str
    write: Callable[[Matrix, bool], str | bytes]
    binary: bool = False
