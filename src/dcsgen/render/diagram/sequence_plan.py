"""Where everything of a sequence diagram goes: heads, lifelines and rows of messages. Nothing is drawn here."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from dcsgen.base.drawing.fit import Block, fit_box
from dcsgen.base.drawing.svg import HEAD_LENGTH, clean
from dcsgen.base.drawing.text import narrowest

if TYPE_CHECKING:
    from dcsgen.render.diagram.sequence import Lifeline, Message, Sequence

WIDEST = 680.0
LOOP_WIDTH = 24.0
"""How far a message to itself goes to the right of its lifeline."""
LOOP_HEIGHT = 14.0
FIGURE_HEIGHT = 34.0
"""Height of the figure of a person."""

_MARGIN = 6.0
_LABEL_SIZES = (11.0, 10.0, 9.0, 8.5)
_NOTE_SIZES = (9.0, 8.5)
_HEAD_SIZES = (12.0, 11.0, 10.0, 9.0, 8.5)
_HEAD_WIDTH = 128.0
_HEAD_PADDINGS = (6.0, 9.0)
_BETWEEN_HEADS = 8.0
_ROW_GAP = 12.0
_DENSE_ROW_GAP = 8.0
_MANY_ROWS = 20
# Two lifelines are no nearer than this if the page has the room.
_USUAL_GAP = 140.0
# A label keeps clear of the lifelines and the arrowhead, and makes no gap wider than the second value.
_LABEL_ROOM = 2 * HEAD_LENGTH + 4
_WIDEST_WISH = 230.0
# A label beside a loop, or of an arrow, is this wide at most, and may cover the next lifelines to be it.
_LOOP_LABEL = 150.0
_ARROW_LABEL = 96.0


class Head(NamedTuple):
    """The top of a lifeline; `x` is where the lifeline hangs, `top` and `height` are of the whole head."""

    kind: Literal["ae", "activity", "actor"]
    id: str
    x: float
    top: float
    half_width: float
    height: float
    block: Block


class Row(NamedTuple):
    """A message in its place: arrow from `start` to `end` at height `y`, or a loop there if they are the same.

    `label_y` and `note_y` are the middles of their blocks; `text_x` is where the texts are centred, or beside a
    loop where they begin or end. `side` is where a loop goes, right (1) or left (-1), and 0 for an arrow.
    `crossed` if lifelines run behind the texts.
    """

    message: Message
    start: float
    end: float
    y: float
    label: Block
    label_y: float
    note: Block
    note_y: float
    text_x: float
    side: int
    crossed: bool


class SequencePlan(NamedTuple):
    """A sequence with all places in CSS pixels; lifelines go from `top` to `bottom`."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    top: float
    bottom: float
    width: float
    height: float


def plan_of(sequence: Sequence) -> SequencePlan:
    """The places of all heads and messages. Raises ValueError for an id that is twice there, or not at all."""
    numbers = _numbered(sequence)
    blocks, half_widths = _head_blocks(sequence.lifelines)
    labels = [f"{position}.\u00a0{clean(message.label)}" for position, message in enumerate(sequence.messages, 1)]
    spans = [
        (numbers[message.source], numbers[message.target], label)
        for message, label in zip(sequence.messages, labels, strict=True)
    ]
    size, gaps = _gaps(half_widths, spans)
    first = _MARGIN + (half_widths[0] if half_widths else 0.0)
    xs = list(accumulate(gaps, initial=first))
    heads, top = _heads(sequence.lifelines, blocks, half_widths, xs)
    rows: list[Row] = []
    row_gap = _DENSE_ROW_GAP if len(labels) > _MANY_ROWS else _ROW_GAP
    bottom = top + row_gap / 2
    for message, (source, target, label) in zip(sequence.messages, spans, strict=True):
        row, bottom = _row(message, Block((label,), size), (source, target), xs, bottom + row_gap)
        rows.append(row)
    bottom += row_gap
    return SequencePlan(heads, tuple(rows), top, bottom, xs[-1] + _MARGIN, bottom + _MARGIN)


def _numbered(sequence: Sequence) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for line in sequence.lifelines:
        if line.id in numbers:
            raise ValueError(f"lifeline {line.id!r} is in the sequence twice")
        numbers[line.id] = len(numbers)
    for message in sequence.messages:
        for end in (message.source, message.target):
            if end not in numbers:
                raise ValueError(f"a message names {end!r}, which is not among {sorted(numbers)}")
    return numbers


def _head_blocks(lifelines: tuple[Lifeline, ...]) -> tuple[list[Block], list[float]]:
    """The texts of the heads, and half the widths of the heads."""
    count = len(lifelines)
    most = min(_HEAD_WIDTH, (WIDEST - 2 * _MARGIN - _BETWEEN_HEADS * (count - 1)) / count) if count else 0.0
    padding = _HEAD_PADDINGS[most > 100]
    room = most - 2 * padding
    # One size for all heads: the one in which the most crowded of them fits.
    sizes: tuple[float, ...] = _HEAD_SIZES
    for _ in range(2):
        blocks = [fit_box(clean(line.label), room, sizes, bold=line.kind == "ae") for line in lifelines]
        sizes = (min((block.size for block in blocks), default=_HEAD_SIZES[0]),)
    least = min(72.0, most)
    return blocks, [max(least, block.width + 2 * padding) / 2 for block in blocks]


def _gaps(half_widths: list[float], spans: list[tuple[int, int, str]]) -> tuple[float, list[float]]:
    """The size of labels and the distances from each lifeline to the next, and from the last one to the edge.

    As wide as the labels wish, in as few lines and as large letters as the page lets them have; if the page is
    too narrow even so, the widest gaps give way first.
    """
    if not half_widths:
        return _LABEL_SIZES[0], []
    available = WIDEST - 2 * _MARGIN - half_widths[0]
    usual = min(_USUAL_GAP, (available - half_widths[-1]) / max(1, len(half_widths) - 1))
    least = [max(usual, a + b + _BETWEEN_HEADS) for a, b in pairwise(half_widths)]
    least.append(half_widths[-1])
    for size in _LABEL_SIZES[:3]:
        for lines in (1, 2, 3):
            wished = _wished(least, spans, size, lines)
            if sum(wished) <= available:
                return size, wished
    low, high = 0.0, available
    for _ in range(24):
        cap = (low + high) / 2
        if sum(max(a, min(b, cap)) for a, b in zip(least, wished, strict=True)) <= available:
            low = cap
        else:
            high = cap
    return size, [max(a, min(b, low)) for a, b in zip(least, wished, strict=True)]


def _wished(least: list[float], spans: list[tuple[int, int, str]], size: float, lines: int) -> list[float]:
    """Gaps in which every label takes no more than `lines` lines, short arrows first."""
    gaps = list(least)
    for source, target, label in sorted(spans, key=lambda span: abs(span[0] - span[1])):
        wish = min(_WIDEST_WISH, narrowest(label, size, lines))
        if source == target:
            beside = source if _loop_side(source, len(least)) > 0 else source - 1
            gaps[beside] = max(gaps[beside], min(wish, _LOOP_LABEL) + LOOP_WIDTH + _LABEL_ROOM)
            continue
        first, last = sorted((source, target))
        missing = wish + _LABEL_ROOM - sum(gaps[first:last])
        for gap in range(first, last):
            gaps[gap] += max(0.0, missing) / (last - first)
    return gaps


def _loop_side(lifeline: int, count: int) -> int:
    """Loops go to the right, but for those of the last lifeline, unless it is the only one."""
    return -1 if 0 < lifeline == count - 1 else 1


def _heads(
    lifelines: tuple[Lifeline, ...], blocks: list[Block], half_widths: list[float], xs: list[float]
) -> tuple[tuple[Head, ...], float]:
    """The heads, standing on one line, and the height of that line."""
    box = max(
        (block.height for line, block in zip(lifelines, blocks, strict=True) if line.kind != "actor"), default=0.0
    )
    heights = [
        FIGURE_HEIGHT + 4 + block.height if line.kind == "actor" else max(30.0, box + 14)
        for line, block in zip(lifelines, blocks, strict=True)
    ]
    bottom = _MARGIN + max(heights, default=0.0)
    heads = tuple(
        Head(line.kind, line.id, x, bottom - height, half_width, height, block)
        for line, x, height, half_width, block in zip(lifelines, xs[:-1], heights, half_widths, blocks, strict=True)
    )
    return heads, bottom


def _row(message: Message, wish: Block, ends: tuple[int, int], xs: list[float], top: float) -> tuple[Row, float]:
    """A message that begins at height `top`, and the height of its lower end; `wish` is the label in one line."""
    if ends[0] == ends[1]:
        return _loop(message, wish, ends[0], xs, top)
    start, end = xs[ends[0]], xs[ends[1]]
    gap = abs(start - end) - _LABEL_ROOM
    # Where words would have to be broken to stay in the gap, they go over the next lifelines instead.
    inside = gap >= _ARROW_LABEL or all(
        narrowest(words, size, 4) <= gap
        for words, size in ((wish.lines[0], wish.size), (clean(message.note), 8.5))
        if words
    )
    text, note = _texts(message, wish, gap if inside else min(_ARROW_LABEL, xs[-1] - 2 * _MARGIN))
    half = max(text.width, note.width) / 2
    y = top + text.height + 3
    bottom = y + (4 + note.height if note.lines else 0.0)
    row = Row(
        message=message,
        start=start,
        end=end,
        y=y,
        label=text,
        label_y=top + text.height / 2,
        note=note,
        note_y=y + 4 + note.height / 2,
        text_x=(start + end) / 2 if inside else min(max((start + end) / 2, _MARGIN + half), xs[-1] - half),
        side=0,
        crossed=abs(ends[0] - ends[1]) > 1 or not inside,
    )
    return row, bottom


def _loop(message: Message, wish: Block, lifeline: int, xs: list[float], top: float) -> tuple[Row, float]:
    """A message to itself that begins at height `top`, and the height of its lower end."""
    x = xs[lifeline]
    side = _loop_side(lifeline, len(xs) - 1)
    gap = abs(xs[lifeline + side] - x) - LOOP_WIDTH - _LABEL_ROOM
    # Where labels have to be broken to stay in the gap, they go over the next lifelines instead.
    edge = (xs[-1] - x if side > 0 else x) - LOOP_WIDTH - _LABEL_ROOM
    inside = narrowest(wish.lines[0], wish.size, 3) <= gap
    text, note = _texts(message, wish, gap if inside else min(edge, max(gap, _LOOP_LABEL)))
    height = text.height + note.height
    y = top + max(0.0, height - LOOP_HEIGHT) / 2
    first = y + LOOP_HEIGHT / 2 - height / 2
    row = Row(
        message=message,
        start=x,
        end=x,
        y=y,
        label=text,
        label_y=first + text.height / 2,
        note=note,
        note_y=first + text.height + note.height / 2,
        text_x=x + side * (LOOP_WIDTH + 6),
        side=side,
        crossed=not inside,
    )
    return row, top + max(height, LOOP_HEIGHT)


def _texts(message: Message, wish: Block, width: float) -> tuple[Block, Block]:
    """The label and the note of a message in lines of a width."""
    sizes = [size for size in _LABEL_SIZES if size <= wish.size]
    text = fit_box(wish.lines[0], width, sizes, most_lines=4)
    return text, fit_box(clean(message.note), width, _NOTE_SIZES, most_lines=4)
