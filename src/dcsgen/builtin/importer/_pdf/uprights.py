"""Upright rules of tables that have level ones only: where these are broken between two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from dcsgen.builtin.importer._pdf.letters import Word
from dcsgen.builtin.importer._pdf.placed import rows_of
from dcsgen.builtin.importer._pdf.rules import Rule

SAME = 2.0
"""Points within which two places are one."""

ENDS = 4.0
"""Points by which the rules of one table may end at different places."""

LOWEST = 30.0
"""Points of the height of an empty row at most."""

PADDING = 9.0
"""Points above and below the text of a cell at most."""

FARTHEST = 60.0
"""Points above its first level rule that the head of a table takes at most."""

FEWEST = 3
"""Level rules that such a table has at least."""


class Level(Struct, frozen=True):
    """All level rules at one height, each from where to where."""

    at: float
    parts: tuple[tuple[float, float], ...]

    @property
    def start(self) -> float:
        """Where the first one begins."""
        return min(part[0] for part in self.parts)

    @property
    def end(self) -> float:
        """Where the last one ends."""
        return max(part[1] for part in self.parts)

    @property
    def breaks(self) -> list[float]:
        """Where one part ends and another begins."""
        ends = [part[1] for part in self.parts]
        return sorted({start for start, _ in self.parts if any(abs(start - end) <= SAME for end in ends)})


def uprights_of(words: Sequence[Word], rules: Sequence[Rule]) -> list[Rule]:
    """The upright rules that tables without any would have."""
    found: list[Rule] = []
    with_, without = 0, 0
    for levels in _tables(rules):
        left, right = levels[0].start, levels[0].end
        inside = [word for word in words if word.box[0] >= left - 3 and word.box[2] <= right + 3]
        places = _places([at for level in levels for at in level.breaks])
        # The columns of the rows above, for level rules that are not broken: only the head shows where they are.
        columns: list[float] = []
        found += _head(inside, levels[0], places)
        for above, below in pairwise(levels):
            if _has_upright(rules, places, above.at, below.at):
                with_ += 1
                columns = below.breaks or above.breaks or columns
                continue
            broken = [at for at in places if _broken(at, below, levels)]
            columns = broken if below.breaks else _places([*columns, *broken])
            if made := list(_between(inside, above, below, (levels[0].start, levels[0].end), columns)):
                without += 1
                found += made
            else:
                columns = []
                found += _head(inside, below, places)
    # Where most rows have them, what stands between two level rules without is no row.
    return found if without > with_ else []


def _between(
    words: Sequence[Word], above: Level, below: Level, sides: tuple[float, float], columns: Sequence[float]
) -> Iterator[Rule]:
    """The upright rules of a row; none if it is what stands between two tables."""
    here = [word for word in words if above.at < word.middle < below.at]
    # Over a cell that spans columns, the level rule below may be broken all the same.
    free = [at for at in columns if not any(word.box[0] < at - SAME and word.box[2] > at + SAME for word in here)]
    if columns and _fills(here, above.at, below.at, one_line=not free):
        for at in (*sides, *free):
            yield Rule(True, at, above.at, below.at)


def _head(words: Sequence[Word], first: Level, places: Sequence[float]) -> Iterator[Rule]:
    """The rules around the head of a table that has none above it."""
    columns = first.breaks or list(places)
    above = [word for word in words if first.at - FARTHEST < word.middle < first.at]
    top, high = first.at, PADDING
    for row in reversed(rows_of(above)):
        low = max(word.box[3] for word in row)
        crossed = any(word.box[0] < at - SAME and word.box[2] > at + SAME for word in row for at in columns)
        if top - low > (PADDING if top == first.at else 0.6 * high) or crossed:
            break
        top = min(word.box[1] for word in row)
        high = max(word.box[3] - word.box[1] for word in row)
    head = [word for word in above if word.middle > top]
    filled = {sum(word.box[0] >= at - SAME for at in columns) for word in head}
    if len(filled) > 1:
        yield Rule(False, top - 1, first.start, first.end)
        for at in (first.start, first.end, *columns):
            yield Rule(True, at, top - 1, first.at)


def _fills(words: Sequence[Word], top: float, bottom: float, *, one_line: bool) -> bool:
    """Whether words fill what is between two level rules; between two tables is more space above and below them.

    With `one_line`, they have to be a single line.
    """
    if not words:
        return bottom - top < LOWEST
    high = max(word.box[3] - word.box[1] for word in words)
    space = max(PADDING, 0.9 * high)
    fills = min(word.box[1] for word in words) - top <= space and bottom - max(word.box[3] for word in words) <= space
    return fills and (not one_line or bottom - top < 2.2 * high)


def _broken(at: float, below: Level, levels: Sequence[Level]) -> bool:
    """Whether the next level rule at a place is broken there: a cell over several rows has none at the first ones."""
    for level in levels:
        if level.at < below.at - SAME:
            continue
        if any(abs(at - each) <= SAME for each in level.breaks):
            return True
        touching = [part for part in level.parts if part[0] - SAME <= at <= part[1] + SAME]
        if len(touching) == 1 and (abs(touching[0][0] - at) <= SAME or abs(touching[0][1] - at) <= SAME):
            return True
        if touching:
            return False
    return False


def _tables(rules: Sequence[Rule]) -> list[list[Level]]:
    """Level rules that follow each other and reach from the same place to the same place."""
    levels = _levels(rules)
    tables: list[list[Level]] = []
    for level in levels:
        last = tables[-1] if tables else None
        if last is not None and abs(last[0].start - level.start) <= ENDS and abs(last[0].end - level.end) <= ENDS:
            last.append(level)
        elif last is not None and last[0].start - ENDS <= level.start and level.end <= last[0].end + ENDS:
            # The rule below some cells of a row only.
            last.append(level)
        else:
            tables.append([level])
    return [table for table in tables if len(table) >= FEWEST and any(level.breaks for level in table)]


def _levels(rules: Sequence[Rule]) -> list[Level]:
    found: list[tuple[float, list[tuple[float, float]]]] = []
    for rule in sorted((rule for rule in rules if not rule.upright), key=lambda rule: rule.at):
        if found and rule.at - found[-1][0] <= SAME:
            found[-1][1].append((rule.start, rule.end))
        else:
            found.append((rule.at, [(rule.start, rule.end)]))
    return [Level(at, tuple(sorted(parts))) for at, parts in found]


def _has_upright(rules: Sequence[Rule], places: Sequence[float], top: float, bottom: float) -> bool:
    """Whether there is an upright rule where two cells meet."""
    return any(
        rule.upright
        and min(rule.end, bottom) - max(rule.start, top) > 0.7 * (bottom - top)
        and any(abs(rule.at - place) <= SAME for place in places)
        for rule in rules
    )


def _places(values: Sequence[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SAME:
            places.append(value)
    return places
