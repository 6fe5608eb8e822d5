"""What was held against what, as reports show it: Application Entities first, and no pairs that go without saying."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.change import Action, Aligned, Subject
from dcsgen.base.finding import dotted
from dcsgen.plugin import Difference

SAME_NAME, PINNED, SIMILAR = "same name", "pinned", "similar"
"""Words of `Aligned.because`."""

ENTITIES = ("application_entities",)

AS_WHOLES = (
    "The products are divided differently: with --by product, they are compared by what all of each does together."
)
"""What helps where Application Entities do not correspond."""


class Pair(Struct, frozen=True, kw_only=True):
    """Two records that were held against each other, and how many differences are in them.

    `old` or `new` is empty for what has no counterpart.
    """

    aligned: Aligned
    collection: str
    count: int

    @property
    def old(self) -> str:
        """The record of the old side."""
        return self.aligned.old

    @property
    def new(self) -> str:
        """The record of the new side."""
        return self.aligned.new

    @property
    def whole(self) -> bool:
        """Whether there are two."""
        return bool(self.old and self.new)

    @property
    def guessed(self) -> bool:
        """Whether only the likeness of the two speaks for it."""
        return self.aligned.because == SIMILAR

    @property
    def likeness(self) -> str:
        """How alike they are, in per cent."""
        return f"{round(self.aligned.similarity * 100)} %" if self.whole else ""


def told_pairs(difference: Difference) -> tuple[tuple[Pair, ...], int]:
    """The pairs that a reader may want to check, and how many others there are, which have the same name."""
    counted = _counted(difference)
    listed = [pair.aligned for pair in entities(difference)]
    others = [one for one in difference.alignment if one not in listed]
    told = [one for one in others if one.because == PINNED or one.old != one.new]
    return tuple(_pair(one, counted) for one in told), len(others) - len(told)


def entities(difference: Difference) -> tuple[Pair, ...]:
    """The Application Entities of both sides, those without a counterpart last.

    Of versions of one product only those that have other names, or none, on the other side; that goes without saying of
    the others.
    """
    counted = _counted(difference)
    pairs = [_pair(one, counted) for one in difference.alignment if one.path == ENTITIES]
    alone = []
    for judged in difference.changes:
        change = judged.change
        gone = change.action is Action.REMOVED
        if (
            change.subject is Subject.APPLICATION_ENTITY
            and not change.field
            and (gone or change.action is Action.ADDED)
        ):
            old, new = (change.key, "") if gone else ("", change.key)
            one = Aligned(path=ENTITIES, old=old, new=new, similarity=0, because="no counterpart")
            alone.append(_pair(one, {}))
    if difference.same_product:
        pairs = [pair for pair in pairs if pair.aligned.because != SAME_NAME]
    return (*pairs, *alone)


def divided(difference: Difference) -> bool:
    """Whether two products have Application Entities that do not correspond, and may better be compared as wholes."""
    return not difference.same_product and any(not pair.whole for pair in entities(difference))


def _pair(one: Aligned, counted: dict[tuple[str, ...], int]) -> Pair:
    collection = dotted(one.path).replace("_", " ").replace(".", ": ")
    return Pair(aligned=one, collection=collection, count=counted.get((*map(str, one.path), one.new), 0))


def _counted(difference: Difference) -> dict[tuple[str, ...], int]:
    """How many differences are in each record, by its path."""
    numbers: dict[tuple[str, ...], int] = {}
    for judged in difference.changes:
        path = tuple(map(str, judged.change.new_path or judged.change.old_path))
        for end in range(2, len(path) + 1):
            numbers[path[:end]] = numbers.get(path[:end], 0) + 1
    return numbers
