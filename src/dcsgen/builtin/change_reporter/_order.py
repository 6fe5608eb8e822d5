"""Puts changes into the order in which people want to read them, and numbers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.change import Area, Verdict
from dcsgen.plugin import Judged


class Line(NamedTuple):
    """A change as a line of a report. `number` is `3`, or `3.1` for what follows from it; `area` that of the cause."""

    number: str
    judged: Judged
    area: Area
    cause: str = ""

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict about the change itself, without what follows from it."""
        return min((one.verdict for one in self.judged.judgements), key=lambda verdict: verdict.rank)

    @property
    def message(self) -> str:
        """What the rules say, one sentence for each of them."""
        return "; ".join(one.message for one in self.judged.judgements)


def by_area(changes: Sequence[Judged]) -> list[tuple[Area, list[Judged]]]:
    """The changes of each area, the most serious first, in areas that are in the order of their words."""
    found: dict[Area, list[Judged]] = {}
    for one in changes:
        found.setdefault(one.change.area, []).append(one)
    return [(area, sorted(found[area], key=lambda one: one.verdict.rank)) for area in Area if area in found]


def in_lines(changes: Sequence[Judged]) -> list[Line]:
    """All changes by area, each followed by what follows from it."""
    ordered = [(area, one) for area, group in by_area(changes) for one in group]
    return [line for index, (area, one) in enumerate(ordered, 1) for line in _lines(one, str(index), area, "")]


def _lines(judged: Judged, number: str, area: Area, cause: str) -> Iterator[Line]:
    yield Line(number, judged, area, cause)
    for index, echo in enumerate(judged.echoes, 1):
        yield from _lines(echo, f"{number}.{index}", area, number)


def counts(changes: Sequence[Judged]) -> list[tuple[Verdict, int]]:
    """How many there are of each verdict; none that is not there."""
    numbers = [(verdict, sum(one.verdict is verdict for one in changes)) for verdict in Verdict]
    return [(verdict, number) for verdict, number in numbers if number]


def counted(changes: Sequence[Judged]) -> str:
    """The same in words: `1 breaking, 2 risky`."""
    return ", ".join(f"{number} {verdict}" for verdict, number in counts(changes)) or "nothing differs"
