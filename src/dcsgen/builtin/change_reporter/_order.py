"""Puts changes into the order in which people want to read them."""

from __future__ import annotations

from collections.abc import Sequence

from dcsgen.base.change import Area, Verdict
from dcsgen.plugin import Judged


def by_area(changes: Sequence[Judged]) -> list[tuple[Area, list[Judged]]]:
    """The changes of each area, the most serious first, in areas that are in the order of their words."""
    found: dict[Area, list[Judged]] = {}
    for one in changes:
        found.setdefault(one.change.area, []).append(one)
    return [(area, sorted(found[area], key=lambda one: one.verdict.rank)) for area in Area if area in found]


def counts(changes: Sequence[Judged]) -> list[tuple[Verdict, int]]:
    """How many there are of each verdict; none that is not there."""
    numbers = [(verdict, sum(one.verdict is verdict for one in changes)) for verdict in Verdict]
    return [(verdict, number) for verdict, number in numbers if number]
