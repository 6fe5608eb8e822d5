"""Text fitted into shapes: the font size and the lines with which a label stays inside a box or an ellipse."""

from __future__ import annotations

from math import inf, sqrt
from typing import TYPE_CHECKING, NamedTuple

from dcsgen.base.drawing.svg import LINE_HEIGHT
from dcsgen.base.drawing.text import balance, measure, widest_part, widest_word

if TYPE_CHECKING:
    from collections.abc import Sequence


class Block(NamedTuple):
    """Lines of text in one font size."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max((measure(line, self.size, bold=self.bold) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.size * LINE_HEIGHT


def fit_box(text: str, width: float, sizes: Sequence[float], *, bold: bool = False, most_lines: int = 3) -> Block:
    """The largest size at which a text breaks no word and keeps to `most_lines`; else one that breaks at joints.

    `sizes` go from the wished to the smallest. If no size does, the smallest is taken with as many lines as it needs:
    the width is a promise, the height is not.
    """
    for widest in (widest_word, widest_part):
        for size in sizes:
            if widest(text, size, bold=bold) <= width:
                lines = balance(text, size, width, bold=bold)
                if len(lines) <= most_lines:
                    return Block(lines, size, bold)
    return Block(balance(text, sizes[-1], width, bold=bold), sizes[-1], bold)


class EllipseFit(NamedTuple):
    """A text in an ellipse of given half-width and the half-height that it needs."""

    block: Block
    half_height: float


def fit_ellipse(text: str, half_width: float, sizes: Sequence[float], half_height: float) -> EllipseFit:
    """A text in an ellipse, if it can be no higher than `half_height`; whole words come before large letters.

    The ellipse grows beyond `half_height` if even the smallest size needs it; its width does not grow.
    """
    if not text:
        return EllipseFit(Block((), sizes[0]), half_height)
    ranked: list[tuple[tuple[int, float, float, float], EllipseFit]] = []
    for size in sizes:
        for tenths in range(10, 3, -1):
            width = 2 * half_width * tenths / 10
            block = Block(balance(text, size, width), size)
            needed = _half_height(block, half_width)
            if needed == inf:
                continue
            broken = int(widest_word(text, size) > width) + int(widest_part(text, size) > width)
            excess = max(0.0, needed - half_height)
            ranked.append(((broken, excess, -size, needed), EllipseFit(block, max(needed, half_height))))
    return min(ranked, key=lambda candidate: candidate[0])[1]


def _half_height(block: Block, half_width: float) -> float:
    """Half-height of the ellipse around a block: each line's corners and some room lie inside."""
    needed = 0.0
    padding = block.size * 0.45
    for index, line in enumerate(block.lines):
        half = measure(line, block.size) / 2 + padding
        if half >= half_width:
            return inf
        # The far edge of the line, seen from the middle; lines are a bit lower than their distance.
        far = (abs(index - (len(block.lines) - 1) / 2) * LINE_HEIGHT + 0.5) * block.size
        needed = max(needed, far / sqrt(1 - (half / half_width) ** 2))
    return needed + block.size * 0.2
