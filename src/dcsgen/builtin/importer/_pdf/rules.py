"""Lines that are drawn on a page: the rules of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise
from typing import Any, NamedTuple

from dcsgen.builtin.importer._pdf.letters import placing
from dcsgen.plugin.document import Box

THIN = 3.0
"""Points under which something that is drawn is a line, and not an area."""

EDGE = 1.5
"""Points from the edge of the page within which nothing is part of a table."""

MOST = 20_000
"""Things that are drawn on a page, over which it is a picture: a map, a diagram."""

DEEPEST = 6
"""Drawings within drawings that are looked at."""

Matrix = tuple[float, float, float, float, float, float]


class Rule(NamedTuple):
    """A line on a page, upright or level, in points from the upper left."""

    upright: bool
    at: float
    start: float
    end: float


def rules_of(page: Any) -> list[Rule]:
    """The rules of a page of pypdfium2."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    place, height = placing(page), page.get_height()
    found: list[Rule] = []
    for count, (handle, matrix) in enumerate(_paths(raw, page)):
        if count > MOST:
            return []
        white = None
        for corners in _boxes(raw, handle, matrix):
            box = place(*corners)
            area = box[2] - box[0] > THIN and box[3] - box[1] > THIN
            white = _white(raw, handle) if area and white is None else white
            # White areas lie behind a text, and what touches the edge of the page is part of its head or foot.
            if not (area and white) and box[1] > EDGE and box[3] < height - EDGE:
                found += _sides(box)
    return found


def _white(raw: Any, handle: Any) -> bool:
    """Whether something is an area in white without a line around it."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(handle, byref(fill), byref(stroke))
    colour = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(handle, *map(byref, colour))
    return not stroke.value and all(part.value > 250 for part in colour[:3])


def _sides(box: Box) -> Iterator[Rule]:
    """The sides of what is drawn in a box; of something thin, its middle."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if high <= THIN and wide > THIN:
        yield Rule(False, (top + bottom) / 2, left, right)
    elif wide <= THIN and high > THIN:
        yield Rule(True, (left + right) / 2, top, bottom)
    elif wide > THIN and high > THIN:
        yield Rule(False, top, left, right)
        yield Rule(False, bottom, left, right)
        yield Rule(True, left, top, bottom)
        yield Rule(True, right, top, bottom)


def _paths(raw: Any, page: Any) -> Iterator[tuple[Any, Matrix]]:
    """What is drawn, and how its coordinates become those of the page."""
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        yield from _in(raw, raw.FPDFPage_GetObject(page.raw, index), (1, 0, 0, 1, 0, 0), 0)


def _in(raw: Any, handle: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    kind = raw.FPDFPageObj_GetType(handle)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield handle, _times(_matrix(raw, handle), matrix)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        inner = _times(_matrix(raw, handle), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(handle)):
            yield from _in(raw, raw.FPDFFormObj_GetObject(handle, index), inner, depth + 1)


def _matrix(raw: Any, handle: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, byref(found)):
        return 1, 0, 0, 1, 0, 0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _boxes(raw: Any, handle: Any, matrix: Matrix) -> Iterator[Box]:
    """The boxes of a path: of each line of a stroke that is level or upright, and of each area that is filled."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(handle, byref(fill), byref(stroke))
    if not fill.value and not stroke.value:
        return
    a, b, c, d, e, f = matrix
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(raw.FPDFPath_CountSegments(handle), 4000)):
        segment = raw.FPDFPath_GetPathSegment(handle, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield from _of_points(points)
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    yield from _of_points(points)


def _of_points(points: list[tuple[float, float]]) -> Iterator[Box]:
    """A rectangle as its box, anything else as its lines that are level or upright."""
    if len(points) < 2:
        return
    levels = sorted({round(y, 1) for _, y in points})
    uprights = sorted({round(x, 1) for x, _ in points})
    if len(levels) == 2 and len(uprights) == 2 and 4 <= len(points) <= 6:
        yield uprights[0], levels[0], uprights[1], levels[1]
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
