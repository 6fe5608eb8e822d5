"""A drawn figure read back from its SVG: shapes, texts and lines as numbers, for checks by geometry."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from dcsgen.base.drawing.text import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = "{http://www.w3.org/2000/svg}"


class Extent(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Extent, slack: float = 0.11) -> bool:
        """Whether another extent lies inside; coordinates are rounded to 0.1."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Extent) -> bool:
        return (
            self.left < other.right - 0.11
            and other.left < self.right - 0.11
            and self.top < other.bottom - 0.11
            and other.top < self.bottom - 0.11
        )


class Figure(NamedTuple):
    root: ElementTree.Element
    extent: Extent

    def groups(self, name: str) -> list[ElementTree.Element]:
        """The groups of a class: `dg-node`, `dg-edge`, `dg-message`."""
        return [group for group in self.root.iter(f"{SVG}g") if name in group.get("class", "").split()]

    def texts(self) -> list[ElementTree.Element]:
        return list(self.root.iter(f"{SVG}text"))


def read(svg: str) -> Figure:
    root = ElementTree.fromstring(svg)
    left, top, width, height = (float(part) for part in root.get("viewBox", "").split())
    return Figure(root, Extent(left, top, left + width, top + height))


def value(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "nan"))


def text_extent(text: ElementTree.Element) -> Extent:
    """Where a line of text is: its measured width, from the height of capitals to the depth of descenders."""
    size, x, y = value(text, "font-size"), value(text, "x"), value(text, "y")
    width = measure(text.text or "", size, bold=text.get("font-weight") == "bold")
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    return Extent(left, y - 0.73 * size, left + width, y + 0.21 * size)


def shape_extent(group: ElementTree.Element) -> Extent:
    """The box around the shape of a node, which comes first in its group."""
    return outline(group[0])


def outline(shape: ElementTree.Element) -> Extent:
    """The box around a rectangle, an ellipse or a cylinder."""
    if shape.tag == f"{SVG}rect":
        left, top = value(shape, "x"), value(shape, "y")
        return Extent(left, top, left + value(shape, "width"), top + value(shape, "height"))
    if shape.tag == f"{SVG}ellipse":
        x, y, rx, ry = (value(shape, name) for name in ("cx", "cy", "rx", "ry"))
        return Extent(x - rx, y - ry, x + rx, y + ry)
    # A cylinder: from the left end of its top to the right end, one cap higher and lower.
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.get("d", ""))]
    left, top, _, cap, *_ = numbers
    right, bottom = numbers[7], numbers[9]
    return Extent(left, top - cap, right, bottom + cap)


def covers(extent: Extent, x: float, y: float, *, round_: bool) -> bool:
    """Whether a point lies well inside a shape that fills an extent, or an ellipse in it."""
    if not (extent.left + 0.5 < x < extent.right - 0.5 and extent.top + 0.5 < y < extent.bottom - 0.5):
        return False
    across = 2 * (x - extent.left) / (extent.right - extent.left) - 1
    along = 2 * (y - extent.top) / (extent.bottom - extent.top) - 1
    return not round_ or across**2 + along**2 < 0.97


def points(path: str) -> list[tuple[float, float]]:
    """Points along a path of moves, straight lines and curves, close to each other."""
    found: list[tuple[float, float]] = []
    here = (0.0, 0.0)
    for command, numbers in re.findall(r"([MHVLCQ])([^MHVLCQ]*)", path):
        given = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        corners = [here, *_corners(command, given, here)]
        if command == "M":
            found.append(corners[-1])
        else:
            found.extend(_along(corners, step / 24) for step in range(25))
        here = corners[-1]
    return found


def _corners(command: str, given: list[float], here: tuple[float, float]) -> Iterator[tuple[float, float]]:
    if command == "H":
        yield given[0], here[1]
    elif command == "V":
        yield here[0], given[0]
    else:
        yield from zip(given[::2], given[1::2], strict=True)


def _along(corners: list[tuple[float, float]], part: float) -> tuple[float, float]:
    """The point of a Bezier curve, by de Casteljau."""
    while len(corners) > 1:
        corners = [(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairwise(corners)]
    return corners[0]
