"""What the page about a matrix prints: tables of cells, and pairs with what becomes of each thing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.base.errors import DcsgenError
from dcsgen.base.interaction import Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.matrix_reporter._words import (
    LEAD,
    OUTCOMES,
    limits,
    meanings,
    numbers,
    pairs,
    sentence,
    sign,
    signs,
    things,
)
from dcsgen.model.prospect import Prospect
from dcsgen.plugin.matrix import Cell, Matrix, Share

MOST_CELLS = 62_500
"""Cells that a page may have: more than that, no browser shows well."""

MOST_LINES = 10_000
"""Lines of pairs that a page may have."""


class ShownCell(Struct, frozen=True):
    """A cell: its numbers, a shape, words for who hears the page, and where its pair is told, if it is."""

    cell: Cell
    sign: str
    numbers: str
    words: str
    pair: str

    @property
    def look(self) -> str:
        """The classes of its style."""
        more = " more" if self.cell.share is Share.SOME and 3 * self.cell.done >= 2 * self.cell.uses else ""
        return f"{_slug(self.cell.share)}{more}"


class Head(Struct, frozen=True):
    """A product as head of a row or column, with its number among all."""

    number: int
    label: str


class Table(Struct, frozen=True):
    """The numbers of one group, or of all: only products that use or provide something of it have rows or columns."""

    id: str
    title: str
    things: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[ShownCell, ...]], ...]


class Line(Struct, frozen=True):
    """Things of one group with the same end for the same reason."""

    group: str
    names: tuple[str, ...]
    outcome: Outcome
    sign: str
    told: str
    places: tuple[str, ...]


class Pair(Struct, frozen=True):
    """What becomes of all that one product uses, with another one."""

    id: str
    user: str
    provider: str
    shown: ShownCell
    lines: tuple[Line, ...]


class View(Struct, frozen=True):
    """All that the page prints."""

    title: str
    generator: str
    lead: str
    full: bool
    limits: str
    answers: tuple[str, ...]
    legend: tuple[tuple[str, str, str], ...]
    products: tuple[tuple[Head, str], ...]
    tables: tuple[Table, ...]
    alone: tuple[tuple[str, str], ...]
    pairs: tuple[Pair, ...]
    left_out: tuple[str, ...]
    notes: tuple[str, ...]


def view(matrix: Matrix) -> View:
    """What is printed; raises `DcsgenError` if there are too many products for a page."""
    count = len(matrix.products)
    if count * count > MOST_CELLS:
        raise DcsgenError(
            f"a page about {count:,} products would have {count * count:,} cells, more than a browser shows well; name "
            "fewer products, or write the matrix as json or xlsx"
        )
    told, without = _pairs(matrix)
    tables, untold = _tables(matrix, {pair.id for pair in told})
    left_out = [f"{len(without):,} pairs are not told one by one here; the report in JSON has them."] if without else []
    if untold:
        left_out.append(f"There are no tables of {listed(untold, 'and')} here; the report in JSON has their numbers.")
    return View(
        title=f"{count} products",
        generator=f"{matrix.tool} {matrix.version}",
        lead=LEAD,
        full=matrix.full,
        limits=limits(matrix),
        answers=tuple(_answers(matrix)),
        legend=tuple((_slug(share), signs(share), meaning) for share, meaning in meanings(matrix).items()),
        products=tuple(
            (_head(matrix, number), " · ".join(filter(None, (one.vendor, f"version {one.version}", one.file))))
            for number, one in enumerate(matrix.products)
        ),
        tables=tables,
        alone=tuple(_alone(matrix)),
        pairs=told,
        left_out=tuple(left_out),
        notes=matrix.notes,
    )


def _slug(share: Share) -> str:
    """The class of the style of cells."""
    return share.value.replace(",", "").replace(" ", "-")


def _head(matrix: Matrix, number: int) -> Head:
    return Head(number + 1, matrix.products[number].label)


def _id(user: int, provider: int) -> str:
    return f"pair-{user + 1}-{provider + 1}"


def _answers(matrix: Matrix) -> Iterator[str]:
    """For each product that uses something, with which others the most of it works."""
    for user, product in enumerate(matrix.products):
        cells = [(cell, number) for number, cell in enumerate(matrix.cells(user)) if number != user and cell.uses]
        if not cells:
            continue
        most = max(cell.done for cell, _ in cells)
        least = min(cell.loss for cell, _ in cells if cell.done == most)
        names = [matrix.products[number].label for cell, number in cells if (cell.done, cell.loss) == (most, least)]
        if not most:
            may = any(cell.may for cell, _ in cells)
            yield f"{product.label} works with nobody{' for sure' if may else ''}."
        else:
            uses = cells[0][0].uses
            with_whom = f"{listed(names[:3], 'and')}{f' and {len(names) - 3} more' if len(names) > 3 else ''}"
            much = "all work" if most == uses else f"{most} {'work' if most > 1 else 'works'}"
            loss = f", {least} of them with loss" if least else ""
            yield f"Of the {uses} things that {product.label} uses, {much} with {with_whom}{loss}."


def _tables(matrix: Matrix, told: set[str]) -> tuple[tuple[Table, ...], list[str]]:
    """The table of all and those of groups, as long as the page has room, and the names of groups without."""
    every = range(len(matrix.products))
    tables = [_table(matrix, "", "All together", "SOP Classes, transactions and profiles", list(every), told)]
    room = MOST_CELLS - len(matrix.products) ** 2
    untold = []
    for group in matrix.groups:
        columns = [number for number in every if matrix.products[number].provides(group.name)]
        rows = [number for number in every if matrix.products[number].uses(group.name)]
        if not rows or not columns:
            continue
        if len(rows) * len(columns) > room:
            untold.append(group.name)
            continue
        room -= len(rows) * len(columns)
        tables.append(_table(matrix, group.name, group.name, things(group), columns, told))
    return tuple(tables), untold


def _table(matrix: Matrix, group: str, title: str, named: str, columns: list[int], told: set[str]) -> Table:
    rows = []
    for user, product in enumerate(matrix.products):
        if not group or product.uses(group):
            cells = list(matrix.cells(user, group))
            shown = [_shown(matrix, user, number, cells[number], told) for number in columns]
            rows.append((_head(matrix, user), tuple(shown)))
    number = str([one.name for one in matrix.groups].index(group) + 1) if group else "all"
    return Table(f"table-{number}", title, named, tuple(_head(matrix, column) for column in columns), tuple(rows))


def _alone(matrix: Matrix) -> Iterator[tuple[str, str]]:
    """The groups that have only users or only providers, with a sentence about these."""
    for group in matrix.groups:
        users = [one.label for one in matrix.products if one.uses(group.name)]
        providers = [one.label for one in matrix.products if one.provides(group.name)]
        if not users:
            yield group.name, f"provided by {listed(providers, 'and')}; nobody uses it"
        elif not providers:
            yield group.name, f"used by {listed(users, 'and')}; nobody provides it"


def _shown(matrix: Matrix, user: int, provider: int, cell: Cell, told: set[str]) -> ShownCell:
    pair = _id(user, provider)
    linked = pair in told
    # A link is heard alone, a cell behind the names of its row and column.
    names = f"{matrix.products[user].label} with {matrix.products[provider].label}: " if linked else ""
    return ShownCell(cell, sign(cell), numbers(cell), f"{names}{sentence(cell)}", pair if linked else "")


def _pairs(matrix: Matrix) -> tuple[tuple[Pair, ...], list[tuple[int, int]]]:
    """The pairs, as long as the page has room, and those left out."""
    found: list[Pair] = []
    left_out = []
    room = MOST_LINES
    for user, provider in pairs(matrix):
        if room <= 0:
            left_out.append((user, provider))
            continue
        lines = tuple(_lines(matrix, user, provider))
        room -= len(lines)
        cell = Cell(
            sum(len(line.names) for line in lines),
            sum(len(line.names) for line in lines if line.outcome is Outcome.WORKS),
            sum(len(line.names) for line in lines if line.outcome is Outcome.CANNOT_TELL),
            sum(len(line.names) for line in lines if line.outcome is Outcome.LOSS),
        )
        ours, theirs = matrix.products[user].label, matrix.products[provider].label
        found.append(Pair(_id(user, provider), ours, theirs, _shown(matrix, user, provider, cell, set()), lines))
    return tuple(found), left_out


def _lines(matrix: Matrix, user: int, provider: int) -> Iterator[Line]:
    """What becomes of each thing, those alike in one line, by group and what works first."""
    ours, theirs = matrix.products[user], matrix.products[provider]
    alike: dict[tuple[str, Outcome, str], list[Prospect]] = {}
    for one in matrix.pairs(user, provider):
        alike.setdefault(
            (one.group, one.outcome, ". ".join(filter(None, (", ".join(one.agreed), one.reason)))), []
        ).append(one)
    order = [group.name for group in matrix.groups]
    for (group, outcome, told), found in sorted(
        alike.items(), key=lambda each: (order.index(each[0][0]), each[0][1].rank)
    ):
        places = [place for one in found for place in ours.placed(one.user_paths)]
        places += [place for one in found for place in theirs.placed(one.provider_paths)]
        names = tuple(one.name for one in found)
        yield Line(group, names, outcome, OUTCOMES[outcome], told, tuple(map(str, dict.fromkeys(places))))
