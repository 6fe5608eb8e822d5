"""Sizes of the shapes of a data flow: how large, in which letters, so that all labels fit and the page too.

Few activities get circles and large letters; the more there are, the flatter the ellipses and the smaller the
letters. All shapes of a column are equally wide, so that no line between two columns can meet a third shape.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from dcsgen.base.drawing.fit import Block, fit_box, fit_ellipse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PORT_SPACING = 11.0
"""Wished distance between two lines that meet the same side of a shape."""
CAP = 7.0
"""Half the height of the round top of a cylinder."""

_BOX_WIDTHS = (112.0, 150.0)
_BOX_PADDING = 10.0
_USUAL_BOX = 24.0
_CAPTION_SIZES = (10.0, 9.0, 8.5)
_CYLINDER_WIDTH = 104.0
# Ends of lines keep this far from the corners of a box, and on an ellipse within this part of its height.
_CORNER = 9.0
_ARC = 0.72
_TIGHTEST_PORTS = 7.0


class Density(NamedTuple):
    """One way to size all shapes: tried from airy to dense until a figure fits."""

    sizes: tuple[float, ...]
    half_width: float
    half_height: float
    circles: bool
    activity_gap: float
    box_gap: float
    box_sizes: tuple[float, ...]
    limit: float
    """Height up to which this density is taken."""


_CIRCLE = Density((12, 11), 0, 0, True, 18, 26, (13, 12, 11, 10, 9), 560)
DENSITIES = (
    *(_CIRCLE._replace(half_width=radius, half_height=radius) for radius in (38.0, 43.0, 48.0)),
    Density((12, 11, 10, 9), 62, 27, False, 14, 24, (13, 12, 11, 10, 9), 620),
    Density((11, 10, 9), 66, 24, False, 10, 18, (12, 11, 10, 9), 800),
    Density((10, 9, 8.5), 70, 18, False, 6, 12, (11, 10, 9, 8.5), 900),
    Density((9, 8.5), 74, 15, False, 4, 10, (11, 10, 9, 8.5), inf),
)


class Sized(NamedTuple):
    """A shape before it has a place: half its width and height, and the blocks of text inside, top to bottom."""

    half_width: float
    half_height: float
    blocks: tuple[Block, ...]


def sized_box(label: str, caption: str, width: float, ports: int, density: Density) -> Sized:
    """The rectangle of an Application Entity with room for `ports` lines on its busier side."""
    room = width - 2 * _BOX_PADDING
    blocks = [fit_box(label, room, density.box_sizes, bold=True, most_lines=2)]
    if caption:
        blocks.append(fit_box(caption, room, _CAPTION_SIZES, most_lines=3))
    text = sum(block.height for block in blocks)
    half = max(text / 2 + 9, 20.0, (ports - 1) * PORT_SPACING / 2 + _CORNER)
    return Sized(width / 2, half, tuple(blocks))


def evened_boxes(boxes: list[Sized]) -> list[Sized]:
    """Rectangles made equally high, but for those that many lines or much text make large."""
    usual = max((box.half_height for box in boxes if box.half_height <= _USUAL_BOX), default=0.0)
    return [box._replace(half_height=max(box.half_height, usual)) for box in boxes]


def box_width(labels: Sequence[tuple[str, str]], density: Density) -> float:
    """Common width of all rectangles for their labels and captions: as narrow as the longest one lets them be."""
    narrow, wide = _BOX_WIDTHS
    room = wide - 2 * _BOX_PADDING
    widest = 0.0
    for label, caption in labels:
        block = fit_box(label, room, density.box_sizes, bold=True, most_lines=2)
        below = fit_box(caption, room, _CAPTION_SIZES, most_lines=2)
        widest = max(widest, block.width, below.width)
    return min(wide, max(narrow, widest + 2 * _BOX_PADDING + 4))


def sized_activities(labels: Sequence[str], ports: Sequence[int], density: Density) -> list[Sized] | None:
    """The circles or ellipses of one column; None if a label does not fit into this density's circle."""
    result = []
    for label, count in zip(labels, ports, strict=True):
        fit = fit_ellipse(label, density.half_width, density.sizes, density.half_height)
        half = max(fit.half_height, (count - 1) * _TIGHTEST_PORTS / 2 / _ARC)
        if density.circles and half > density.half_height:
            return None
        result.append(Sized(density.half_width, half, (fit.block,)))
    return result


def evened(shapes: list[Sized], density: Density) -> list[Sized]:
    """Ellipses made equally high where the figure has room for it: an even column is calmer to read."""
    highest = max((shape.half_height for shape in shapes), default=0.0)
    total = len(shapes) * (2 * highest + density.activity_gap)
    if total > density.limit * 0.8 or highest > 1.6 * density.half_height:
        return shapes
    return [shape._replace(half_height=highest) for shape in shapes]


def sized_cylinder(label: str, ports: int) -> Sized:
    """The cylinder of a storage medium."""
    block = fit_box(label, _CYLINDER_WIDTH - 16, (11, 10, 9, 8.5), most_lines=3)
    half = max(26.0, block.height / 2 + 2 * CAP + 2, (ports - 1) * PORT_SPACING / 2 + 2 * CAP)
    return Sized(_CYLINDER_WIDTH / 2, half, (block,))


def usable_half(kind: str, half_height: float) -> float:
    """How far above and below a shape's centre lines may end on its side."""
    margins: Mapping[str, float] = {
        "ae": half_height - _CORNER,
        "medium": half_height - 2 * CAP,
    }
    return margins.get(kind, half_height * _ARC)
