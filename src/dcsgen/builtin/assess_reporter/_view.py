"""What the pages of the report show: the answers, the requirements side by side, the reasons, the protocol."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.finding import Place
from dcsgen.base.requirement import Fulfilment, Ground, Importance, Requirement
from dcsgen.builtin.assess_reporter import _saying
from dcsgen.plugin import Answered, Assessment, Standing

NAMED, WORDED = 4, 8
"""Products up to which a table has room for their names and for conditions, and on paper for words beside signs."""


class Cell(Struct, frozen=True, kw_only=True):
    """An answer as it is shown: a sign and a word, and what has to be bought, set or observed."""

    sign: str
    fulfilment: Fulfilment
    conditions: tuple[str, ...]

    @property
    def style(self) -> str:
        """The word as the name of a style."""
        return self.fulfilment.name.lower().replace("_", "-")


class Reason(Struct, frozen=True, kw_only=True):
    """One ground, with its first places and how many there are besides; `condition` if it is one of several."""

    cell: Cell
    sentence: str
    condition: str
    places: tuple[Place, ...]
    more: int


class Column(Struct, frozen=True, kw_only=True):
    """A product: its letter, its sentence, and how it stands by importance."""

    letter: str
    standing: Standing
    answer: str
    cell: Cell
    points: str
    coverage: dict[Importance, str]


class Part(Struct, frozen=True, kw_only=True):
    """The answer of a product to a need: with members if it is a group, with reasons otherwise."""

    letter: str
    title: str
    cell: Cell
    reasons: tuple[Reason, ...]
    members: tuple[Part, ...]


class Row(Struct, frozen=True, kw_only=True):
    """A requirement with the answers of all products."""

    requirement: Requirement
    weight: str
    source: str
    cells: tuple[Cell, ...]
    parts: tuple[Part, ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        plain = "".join(letter if letter.isalnum() else "-" for letter in self.requirement.name)
        return f"r-{plain}"


class View(Struct, frozen=True, kw_only=True):
    """The whole report as templates see it. `hidden` counts the requirements in which the products do not differ."""

    assessment: Assessment
    title: str
    generator: str
    headline: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    hidden: int
    importances: tuple[Importance, ...]
    doubts: tuple[str, ...]
    legend: tuple[tuple[Cell, str], ...]
    protocol: tuple[tuple[str, str], ...]
    basis: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether names of products stand above columns, and conditions in them."""
        return len(self.columns) <= NAMED

    @property
    def worded(self) -> bool:
        """Whether a page has room for the words of answers, and not only for their signs."""
        return len(self.columns) <= WORDED


def view(assessment: Assessment, places: int) -> View:
    """The view of an assessment, with so many places of each reason."""
    importances = tuple(dict.fromkeys(tally.importance for one in assessment.products for tally in one.tallies))
    return View(
        assessment=assessment,
        title=assessment.profile.name,
        generator=f"{assessment.tool} {assessment.version}",
        headline=_saying.headline(assessment),
        columns=tuple(_column(assessment, index) for index in range(len(assessment.products))),
        rows=tuple(
            Row(
                requirement=line.requirement,
                weight=_saying.weight(line.requirement),
                source=_saying.source(line.requirement),
                cells=tuple(_cell(answer) for answer in line.answers),
                parts=tuple(_part(answer, _saying.letter(at), places) for at, answer in enumerate(line.answers)),
            )
            for line in assessment.shown
        ),
        hidden=len(assessment.lines) - len(assessment.shown),
        importances=importances,
        doubts=tuple(_saying.doubts(assessment)),
        legend=tuple((_bare(fulfilment), meaning) for fulfilment, meaning in _saying.MEANINGS.items()),
        protocol=tuple(_saying.protocol(assessment)),
        basis=_saying.BASIS,
    )


def _column(assessment: Assessment, index: int) -> Column:
    standing = assessment.products[index]
    return Column(
        letter=_saying.letter(index),
        standing=standing,
        answer=_saying.answer(assessment, index),
        cell=_bare(standing.fulfilment),
        points=_saying.points(standing.score),
        coverage={tally.importance: _saying.coverage(tally) for tally in standing.tallies},
    )


def _part(answer: Answered, letter: str, places: int) -> Part:
    several = len(answer.grounds) > 1 and len(answer.conditions) != 1
    return Part(
        letter=letter,
        title=answer.need.title,
        cell=_cell(answer),
        reasons=tuple(_reason(ground, several, places) for ground in answer.grounds),
        members=tuple(_part(member, "", places) for member in answer.members),
    )


def _reason(ground: Ground, several: bool, places: int) -> Reason:
    return Reason(
        cell=_bare(ground.fulfilment),
        sentence=ground.sentence,
        condition=ground.condition if several else "",
        places=ground.places[:places],
        more=max(len(ground.places) - places, 0),
    )


def _cell(answer: Answered) -> Cell:
    return Cell(sign=_saying.SIGNS[answer.fulfilment], fulfilment=answer.fulfilment, conditions=answer.conditions)


def _bare(fulfilment: Fulfilment) -> Cell:
    return Cell(sign=_saying.SIGNS[fulfilment], fulfilment=fulfilment, conditions=())
