"""The matrix for people at a terminal: a table that fits, then who can use what of whom, by Service Class."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap

from dcsgen.base.terminal import columns_of, text_width
from dcsgen.base.tree import harmless
from dcsgen.builtin.matrix_reporter._words import LEAD, MEANING, limits, numbers, sign, signs
from dcsgen.plugin.matrix import Cell, Matrix, MatrixReporter, Share

MOST = 40
"""Products whose pairs are shown one by one; of more, only how many of what there are."""

LONGEST_NAME = 34
"""Columns that the name of a product gets in the table."""

_COLOURS = {
    Share.ALL: "bold green",
    Share.LOSS: "bold yellow",
    Share.SOME: "bold yellow",
    Share.CANNOT_TELL: "bold",
    Share.NONE: "bold red",
    Share.NOTHING_USED: "dim",
}

_Paint = Callable[[str, str], str]


def write(matrix: Matrix, colour: bool) -> str:
    """The whole report. With `colour`, for terminals."""
    paint = _painted if colour else _plain
    count = len(matrix.products)
    lines = [f"{count} products. {LEAD}"]
    if count <= MOST:
        rows = [list(matrix.cells(user)) for user in range(count)]
        lines += ["", *_table(matrix, rows, paint), "", *_legend(rows, paint)]
        lines += _by_group(matrix, paint)
    else:
        lines += [
            "",
            *_counts(matrix, paint),
            "",
            f"Pairs one by one are told of up to {MOST} products here, of more with --output html=FILE.",
        ]
    lines += ["", *wrap(limits(matrix), text_width()), *map(harmless, matrix.notes)]
    return "\n".join(lines) + "\n"


def _table(matrix: Matrix, rows: Sequence[Sequence[Cell]], paint: _Paint) -> Iterator[str]:
    """The table in as many blocks of columns as the width of the terminal asks for."""
    count = len(rows)
    codes = [str(number) for number in range(1, count + 1)]
    names = [_short(harmless(product.label), LONGEST_NAME) for product in matrix.products]
    first = len(codes[-1]) + 2 + max(map(columns_of, names))
    shown = [[_cell(cell) for cell in row] for row in rows]
    wide = [
        max(len(text) for text in (code, *column)) + 2
        for code, column in zip(codes, zip(*shown, strict=True), strict=True)
    ]
    for block in _blocks(wide, text_width() - first):
        if block.start:
            yield ""
        yield (" " * first + "".join(codes[column].rjust(wide[column]) for column in block)).rstrip()
        for row in range(count):
            head = f"{codes[row].rjust(len(codes[-1]))}  {names[row]}"
            cells = (
                " " * (wide[column] - len(shown[row][column]))
                + paint(shown[row][column], _COLOURS[rows[row][column].share])
                for column in block
            )
            yield head + " " * (first - columns_of(head)) + "".join(cells)


def _blocks(wide: Sequence[int], room: int) -> Iterator[range]:
    """Columns of some widths that fit beside each other, at least one at a time."""
    start, taken = 0, 0
    for column, width in enumerate(wide):
        if taken + width > room and column > start:
            yield range(start, column)
            start, taken = column, 0
        taken += width
    yield range(start, len(wide))


def _cell(cell: Cell) -> str:
    return f"{sign(cell)} {numbers(cell)}".rstrip()


def _short(name: str, most: int) -> str:
    """A name that is not too long; what is left out is in the middle, for versions stand at the end."""
    if columns_of(name) <= most:
        return name
    return f"{name[: most * 2 // 3]}…{name[-(most - most * 2 // 3 - 1) :]}"


def _legend(rows: Sequence[Sequence[Cell]], paint: _Paint) -> Iterator[str]:
    there = {cell.share for row in rows for cell in row}
    for share, meaning in MEANING.items():
        if share in there:
            yield f"{paint(signs(share), _COLOURS[share])}  {meaning}"
    if any(cell.loss for row in rows for cell in row):
        yield "behind numbers: ≈ so many of them with loss"
    if any(cell.may for row in rows for cell in row):
        yield "behind numbers: ? more may work"


def _by_group(matrix: Matrix, paint: _Paint) -> Iterator[str]:
    """For each Service Class, with whom each product that uses it can do how much of it."""
    for group in matrix.groups:
        users = [number for number, product in enumerate(matrix.products) if product.uses(group.name)]
        if not users:
            continue
        yield ""
        yield paint(harmless(group.name), "bold")
        for user in users:
            others = [(number, cell) for number, cell in enumerate(matrix.cells(user, group.name)) if number != user]
            told = [
                f"{paint(_cell(cell), _COLOURS[cell.share])} {harmless(matrix.products[number].label)}"
                for number, cell in others
                if cell.share is not Share.NONE
            ]
            yield f"  {harmless(matrix.products[user].label)} → {', '.join(told) or paint('○ nobody', 'bold red')}"


def _counts(matrix: Matrix, paint: _Paint) -> Iterator[str]:
    """For each product, with how many others how much works."""
    columns = [Share.ALL, Share.SOME, Share.CANNOT_TELL, Share.NONE]
    names = [_short(harmless(product.label), LONGEST_NAME) for product in matrix.products]
    first = max(map(columns_of, names))
    yield " " * first + "".join(f"  {share!s:>11}" for share in columns)
    for number, name in enumerate(names):
        shares = matrix.shares(number)
        found = (paint(f"  {shares[share]:>11,}", _COLOURS[share]) for share in columns)
        yield name + " " * (first - columns_of(name)) + "".join(found)


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    # The sixteen colours of the terminal are the ones its owner has chosen to be readable.
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


REPORTER = MatrixReporter(name="text", write=write)
