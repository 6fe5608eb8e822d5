"""What the pages of the report show: the differences with their values side by side, counts, and what was aligned."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.change import Action, Aligned, Area, Change, Verdict
from dcsgen.base.finding import dotted
from dcsgen.base.tree import harmless
from dcsgen.builtin.change_reporter._order import Line, counts, in_lines
from dcsgen.builtin.change_reporter._values import Piece, shortened, side_by_side, text_of
from dcsgen.plugin import Difference, Judged

LETTERS = 100
"""Letters that a line of a value may have in the middle of all that are shown."""

_ABOUT = {
    Verdict.BREAKING: "something that worked before fails now: fewer offers, or more demands",
    Verdict.RISKY: "the descriptions do not hold enough to decide",
    Verdict.COMPATIBLE: "nobody is hurt: more offers, or fewer demands",
    Verdict.EDITORIAL: "words, names, and what only explains the product",
}


class Entry(Struct, frozen=True, kw_only=True):
    """A difference as it is shown. `verdict` is its own, `worst` counts what follows from it.

    `roles` are those of the change and of what follows. `before` and `after` are empty for what is not there;
    `without` says why, such as "not there". `depth` is 0 for a cause.
    """

    number: str
    judged: Judged
    verdict: Verdict
    worst: Verdict
    roles: tuple[str, ...]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    without: str
    path: str
    depth: int = 0
    echoes: tuple[Entry, ...] = ()

    @property
    def anchor(self) -> str:
        """Its id on the page, which stays when other differences come or go."""
        return f"d-{self.judged.change.fingerprint}"

    @property
    def every(self) -> list[Entry]:
        """This one and what follows from it."""
        return [self, *(each for echo in self.echoes for each in echo.every)]


class Pair(Struct, frozen=True, kw_only=True):
    """Two records that were held against each other, and how many differences are in them."""

    aligned: Aligned
    collection: str
    count: int

    @property
    def likeness(self) -> str:
        """How alike they are, in per cent."""
        return f"{round(self.aligned.similarity * 100)} %"


class Group(Struct, frozen=True, kw_only=True):
    """The differences of an area, the most serious first, and how many there are of each verdict."""

    area: Area
    entries: tuple[Entry, ...]
    counts: dict[Verdict, int]


class View(Struct, frozen=True, kw_only=True):
    """The whole report as templates see it; `verdicts` are those that there are, with what they mean."""

    difference: Difference
    title: str
    generator: str
    groups: tuple[Group, ...]
    pairs: tuple[Pair, ...]
    counts: dict[Verdict, int]
    verdicts: dict[Verdict, str]

    @property
    def total(self) -> int:
        """How many differences there are; what follows from others counts with them."""
        return len(self.difference.changes)


def view(difference: Difference, most: int) -> View:
    """The view of a difference, with `most` lines of each value; the JSON report has all of them."""
    entries = _entries(in_lines(difference.changes), most)
    groups = []
    for area in Area:
        of_area = tuple(entry for entry in entries if entry.judged.change.area is area)
        if of_area:
            found = counts([entry.judged for entry in of_area])
            groups.append(Group(area=area, entries=of_area, counts=dict(found)))
    return View(
        difference=difference,
        title=f"{harmless(difference.old_product)} → {harmless(difference.new_product)}",
        generator=f"{difference.tool} {difference.version}",
        groups=tuple(groups),
        pairs=_pairs(difference),
        counts=dict(counts(difference.changes)),
        verdicts={verdict: _ABOUT[verdict] for verdict, _ in counts(difference.changes)},
    )


def values(change: Change) -> tuple[str, str]:
    """What was and what is, as text."""
    return text_of(change.before), text_of(change.after)


def without(change: Change) -> str:
    """What is said in the place of a value that one side lacks."""
    if change.action in (Action.STATED, Action.UNSTATED):
        return "not stated"
    return "not there" if not change.field else "nothing"


def _words(roles: tuple[str, ...]) -> list[str]:
    return [role.replace("_", " ") for role in roles]


def _entries(lines: list[Line], most: int) -> list[Entry]:
    """Entries of the causes, each with those that follow from it."""
    inside: dict[str, list[Line]] = {}
    for line in lines:
        inside.setdefault(line.cause, []).append(line)

    def entry(line: Line, depth: int) -> Entry:
        change = line.judged.change
        whole = values(change)
        # What came or went as a whole is known by its name; where two texts differ may be at their end.
        lines = most if all(whole) else most // 3
        before, after = (shortened(text, lines, lines * LETTERS) for text in whole)
        old, new = side_by_side(before, after)
        echoes = tuple(entry(each, depth + 1) for each in inside.get(line.number, ()))
        return Entry(
            number=line.number,
            judged=line.judged,
            verdict=line.verdict,
            worst=line.judged.verdict,
            roles=tuple(dict.fromkeys([*_words(change.roles), *(role for echo in echoes for role in echo.roles)])),
            before=old,
            after=new,
            without=without(change),
            path=dotted(change.path),
            depth=depth,
            echoes=echoes,
        )

    return [entry(line, 0) for line in inside.get("", ())]


def _pairs(difference: Difference) -> tuple[Pair, ...]:
    """What was aligned, by collection, with the number of differences in each record; only whole records."""
    numbers: dict[tuple[str, ...], int] = {}
    for change in difference.changes:
        path = tuple(map(str, change.change.new_path or change.change.old_path))
        for end in range(2, len(path) + 1):
            numbers[path[:end]] = numbers.get(path[:end], 0) + 1
    return tuple(
        Pair(
            aligned=one,
            collection=dotted(one.path).replace("_", " "),
            count=numbers.get((*map(str, one.path), one.new), 0),
        )
        for one in difference.alignment
    )
