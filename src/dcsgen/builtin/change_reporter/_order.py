"""Puts changes into the order in which people want to read them, and numbers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.change import Area, Verdict
from dcsgen.base.site import Answer
from dcsgen.builtin.change_reporter._alike import Alike, gathered
from dcsgen.plugin import Judged


class Line(NamedTuple):
    """A change as a line of a report. `number` is `3`, or `3.1` for what follows from it; `area` that of the cause.

    `like` is the number of the first one of those that are alike, empty for that one and for what follows; `name` says
    what it is about where that is the difference.
    """

    number: str
    judged: Judged
    area: Area
    cause: str = ""
    like: str = ""
    name: str = ""

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict about the change itself, without what follows from it."""
        return min((one.verdict for one in self.judged.judgements), key=lambda verdict: verdict.rank)

    @property
    def message(self) -> str:
        """What the rules say, one sentence for each of them."""
        return "; ".join(one.message for one in self.judged.judgements)


def by_area(changes: Sequence[Judged]) -> list[tuple[Area, list[Alike]]]:
    """The changes of each area, the most serious first and what is let through last among them, those alike together.

    Areas are in the order of their words.
    """
    found: dict[Area, list[Judged]] = {}
    for one in changes:
        found.setdefault(one.change.area, []).append(one)
    return [(area, gathered(sorted(found[area], key=_urgency))) for area in Area if area in found]


def in_lines(changes: Sequence[Judged]) -> list[Line]:
    """All changes by area, each followed by what follows from it."""
    lines: list[Line] = []
    index = 0
    for area, groups in by_area(changes):
        for group in groups:
            first = str(index + 1)
            for one, name in zip(group.members, group.names, strict=True):
                index += 1
                lines += _lines(one, str(index), area, like=first if one is not group.first else "", name=name)
    return lines


def _urgency(judged: Judged) -> tuple[int, bool, int]:
    return judged.verdict.rank, judged.accepted, (judged.answer or Answer.AFFECTS).rank


def _lines(judged: Judged, number: str, area: Area, cause: str = "", like: str = "", name: str = "") -> Iterator[Line]:
    yield Line(number, judged, area, cause, like, name)
    for index, echo in enumerate(judged.echoes, 1):
        yield from _lines(echo, f"{number}.{index}", area, number)


def counts(changes: Sequence[Judged]) -> list[tuple[Verdict, int]]:
    """How many there are of each verdict; none that is not there."""
    numbers = [(verdict, sum(one.verdict is verdict for one in changes)) for verdict in Verdict]
    return [(verdict, number) for verdict, number in numbers if number]


def counted(changes: Sequence[Judged]) -> str:
    """The same in words: `1 breaking, 2 risky`."""
    return ", ".join(f"{number} {verdict}" for verdict, number in counts(changes)) or "nothing differs"
