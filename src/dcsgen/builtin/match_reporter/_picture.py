"""Who talks to whom: the Application Entities of both products, and between them what they can do together.

The product that was named first stands on the left. Every line is a group of interactions of two Application Entities;
its plate says what it is and what it comes to, by a sign and a word as well as by its colour and dashes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.drawing import look
from dcsgen.base.drawing.fit import Block, fit_box
from dcsgen.base.drawing.svg import arrowhead, document, element, label, number, words
from dcsgen.base.drawing.text import measure, wrap
from dcsgen.base.interaction import Interaction, Outcome, Side, worst
from dcsgen.builtin.match_reporter._outcomes import CLASSES
from dcsgen.builtin.match_reporter._sentences import VERIFICATION, named
from dcsgen.plugin import Match

MOST_ROWS = 30
"""Lines between Application Entities; where there are more, those of two Application Entities are one."""

WIDTH = 760.0
_BOX, _PLATE = 168.0, 252.0
_PLATE_LEFT = 232.0
_RIGHT = WIDTH - _BOX
_ROW, _PLATE_HEIGHT, _GAP, _TOP = 48.0, 40.0, 14.0, 52.0
_LEAST = 40.0
_SIGN = 7.0

COLOURS = {
    Outcome.WORKS: "#0b5d2a",
    Outcome.LOSS: "#7a4b00",
    Outcome.CANNOT_TELL: "#4a5864",
    Outcome.FAILS: "#9c1b2d",
}
_DASHES = {Outcome.WORKS: "", Outcome.LOSS: "9 4", Outcome.CANNOT_TELL: "2 4", Outcome.FAILS: "12 3 2 3"}


class _Row(NamedTuple):
    left: str
    right: str
    user: Side
    outcome: Outcome
    names: tuple[str, ...]

    def said(self, match: Match) -> str:
        """`SEND of A to RECEIVE of B, RT Plan: works with loss`."""
        ends = [(self.left, match.a.name), (self.right, match.b.name)]
        (user, of_user), (provider, of_provider) = ends if self.user is Side.A else ends[::-1]
        return f"{user} of {of_user} to {provider} of {of_provider}, {named(self.names)}: {self.outcome}"


class _Box(NamedTuple):
    """An Application Entity; without rows, nothing connects it."""

    name: str
    top: float
    height: float
    alone: bool


def picture(match: Match) -> str:
    """The picture as one `svg` element; empty if the two products have nothing in common."""
    rows = _rows(match)
    if not rows:
        return ""
    left = _left(rows, _idle(match, Side.A, [row.left for row in rows]))
    middles = _middles(rows, left)
    right = _right(rows, middles, _idle(match, Side.B, [row.right for row in rows]))
    bottom = max(box.top + box.height for box in (*left.values(), *right.values()))
    body = [
        *_heading(match.a.name, _BOX / 2),
        *_heading(match.b.name, _RIGHT + _BOX / 2),
        *(part for box in left.values() for part in _drawn_box(box, 0)),
        *(part for box in right.values() for part in _drawn_box(box, _RIGHT)),
        *_drawn_rows(rows, middles, right),
    ]
    told = "; ".join(row.said(match) for row in rows)
    return document(
        f"Who talks to whom: {match.a.name} and {match.b.name}", f"{told}.", "match", WIDTH, bottom + 4, body
    )


def _rows(match: Match) -> list[_Row]:
    """The lines by the Application Entity on the left, so that no lines cross there."""
    rows = _grouped(match.interactions, by_service=True)
    if len(rows) > MOST_ROWS:
        rows = _grouped(match.interactions, by_service=False)
    order = list(dict.fromkeys(row.left for row in rows))
    others = list(dict.fromkeys(row.right for row in rows))
    return sorted(rows, key=lambda row: (order.index(row.left), others.index(row.right)))


def _grouped(interactions: Sequence[Interaction], *, by_service: bool) -> list[_Row]:
    found: dict[object, list[Interaction]] = {}
    for one in interactions:
        # What works needs no line for each service.
        service = "" if one.outcome is Outcome.WORKS else one.service_class
        sort = (one.means, service, one.outcome) if by_service else None
        key = (one.user.side, one.user.application_entity, one.provider.application_entity, sort)
        found.setdefault(key, []).append(one)
    rows = []
    for members in found.values():
        user, provider = members[0].user, members[0].provider
        left, right = (user, provider) if user.side is Side.A else (provider, user)
        # That the connection can be tried is the least of what can be done.
        ordered = sorted(members, key=lambda one: one.service_class == VERIFICATION)
        names = tuple(one.name if by_service else one.service_class or one.name for one in ordered)
        outcome = worst(one.outcome for one in members)
        rows.append(_Row(left.application_entity, right.application_entity, user.side, outcome, names))
    return rows


def _idle(match: Match, side: Side, busy: Sequence[str]) -> list[str]:
    """Application Entities of a product that have no counterpart for anything."""
    names = dict.fromkeys(one.taker.application_entity for one in match.unmet if one.taker.side is side)
    return [name for name in names if name not in busy]


def _left(rows: Sequence[_Row], idle: Sequence[str]) -> dict[str, _Box]:
    """The boxes on the left, each as high as its lines."""
    boxes: dict[str, _Box] = {}
    top = _TOP
    for name in dict.fromkeys(row.left for row in rows):
        height = sum(row.left == name for row in rows) * _ROW - (_ROW - _PLATE_HEIGHT)
        boxes[name] = _Box(name, top, height, alone=False)
        top += height + _GAP
    for name in idle:
        boxes[name] = _Box(name, top, _LEAST, alone=True)
        top += _LEAST + _GAP
    return boxes


def _middles(rows: Sequence[_Row], left: dict[str, _Box]) -> list[float]:
    """The height of each line."""
    seen: dict[str, int] = {}
    middles = []
    for row in rows:
        at = seen.setdefault(row.left, 0)
        seen[row.left] += 1
        middles.append(left[row.left].top + _PLATE_HEIGHT / 2 + at * _ROW)
    return middles


def _right(rows: Sequence[_Row], middles: Sequence[float], idle: Sequence[str]) -> dict[str, _Box]:
    """The boxes on the right, each as near to the middle of its lines as the others let it be."""
    wished: list[tuple[float, float, str]] = []
    for name in dict.fromkeys(row.right for row in rows):
        own = [middle for row, middle in zip(rows, middles, strict=True) if row.right == name]
        height = max(_LEAST, len(own) * 16 + 12)
        wished.append((sum(own) / len(own) - height / 2, height, name))
    wished.sort()
    boxes: dict[str, _Box] = {}
    top = _TOP
    # From above each moves down as far as it has to; what is too low then moves up where there is room.
    tops = []
    for wish, height, _ in wished:
        tops.append(max(wish, top))
        top = tops[-1] + height + _GAP
    floor = max(middles) + _PLATE_HEIGHT / 2
    for index in reversed(range(len(wished))):
        height = wished[index][1]
        lowest = (tops[index + 1] - _GAP if index + 1 < len(tops) else max(floor, _TOP + height)) - height
        tops[index] = max(min(tops[index], lowest), _TOP)
    end = _TOP - _GAP
    for (_, height, name), wish in zip(wished, tops, strict=True):
        at = max(wish, end + _GAP)
        boxes[name] = _Box(name, at, height, alone=False)
        end = at + height
    for name in idle:
        boxes[name] = _Box(name, end + _GAP, _LEAST, alone=True)
        end += _GAP + _LEAST
    return boxes


def _heading(name: str, x: float) -> list[str]:
    lines = wrap(name, 13, _BOX, bold=True)[:2]
    return label(lines, x, _TOP / 2 - 4, 13, fill=look.INK, bold=True)


def _drawn_box(box: _Box, x: float) -> Iterator[str]:
    paint = look.MEDIUM if box.alone else look.APPLICATION_ENTITY
    attributes: dict[str, str | float] = {
        "class": "dg-idle" if box.alone else "dg-ae",
        "x": x + 1,
        "y": box.top,
        "width": _BOX - 2,
        "height": box.height,
        "rx": 4,
        "fill": paint.fill,
        "stroke": paint.stroke,
        "stroke-width": 1.3,
    }
    if box.alone:
        attributes["stroke-dasharray"] = "5 4"
    yield element("rect", attributes)
    block = fit_box(box.name, _BOX - 16, (12, 11, 10), bold=True, most_lines=2)
    middle = box.top + box.height / 2
    if box.alone:
        yield from label(block.lines[:1], x + _BOX / 2, middle - 8, block.size, fill=look.INK, bold=True)
        told = ["nothing in common"]
        yield from label(told, x + _BOX / 2, middle + 9, 10, fill=look.FAINT_INK, role="dg-faint")
    else:
        yield from label(block.lines, x + _BOX / 2, middle, block.size, fill=look.INK, bold=True)


def _drawn_rows(rows: Sequence[_Row], middles: Sequence[float], right: dict[str, _Box]) -> Iterator[str]:
    ports = _ports(rows, right)
    for row, middle, port in zip(rows, middles, ports, strict=True):
        to_right = row.user is Side.A
        lines = [_path(_BOX, middle, _PLATE_LEFT, middle), _path(_PLATE_LEFT + _PLATE, middle, _RIGHT, port)]
        stroke: dict[str, str | float] = {
            "class": f"dg-{CLASSES[row.outcome]}-line",
            "fill": "none",
            "stroke": COLOURS[row.outcome],
            "stroke-width": 1.8,
        }
        if _DASHES[row.outcome]:
            stroke["stroke-dasharray"] = _DASHES[row.outcome]
        yield from (element("path", {**stroke, "d": line}) for line in lines)
        head = arrowhead(_RIGHT, port, 1, 0, fill=COLOURS[row.outcome])
        if not to_right:
            head = arrowhead(_BOX, middle, -1, 0, fill=COLOURS[row.outcome])
        yield head.replace('class="dg-head"', f'class="dg-{CLASSES[row.outcome]}"')
        yield from _plate(row, middle)


def _ports(rows: Sequence[_Row], right: dict[str, _Box]) -> list[float]:
    """Where each line meets its box on the right, in the order of the lines."""
    ports = []
    seen: dict[str, int] = {}
    for row in rows:
        box = right[row.right]
        count = sum(other.right == row.right for other in rows)
        at = seen.setdefault(row.right, 0)
        seen[row.right] += 1
        ports.append(box.top + box.height * (at + 1) / (count + 1))
    return ports


def _path(x: float, y: float, to_x: float, to_y: float) -> str:
    if y == to_y:
        return f"M{number(x)},{number(y)} H{number(to_x)}"
    # Level at both ends, and straight before the arrowhead.
    bend = (x + to_x) / 2
    end = to_x - 10
    start, corner, finish = f"M{number(x)},{number(y)}", f"{number(bend)},{number(y)}", f"{number(end)},{number(to_y)}"
    return f"{start} C{corner} {number(bend - 10)},{number(to_y)} {finish} H{number(to_x)}"


def _plate(row: _Row, middle: float) -> Iterator[str]:
    colour, name = COLOURS[row.outcome], CLASSES[row.outcome]
    yield element(
        "rect",
        {
            "class": f"dg-plate dg-{name}-line",
            "x": _PLATE_LEFT,
            "y": middle - _PLATE_HEIGHT / 2,
            "width": _PLATE,
            "height": _PLATE_HEIGHT,
            "rx": 4,
            "fill": look.PAPER,
            "stroke": colour,
            "stroke-width": 1.2,
        },
    )
    yield from _sign(row.outcome, _PLATE_LEFT + 18, middle)
    block = _block(row.names)
    x = _PLATE_LEFT + 36
    yield from label(block.lines, x, middle - 8, block.size, fill=look.INK, anchor="start")
    yield from label([str(row.outcome)], x, middle + 9, 10.5, fill=colour, role=f"dg-{name}", bold=True, anchor="start")


def _block(names: Sequence[str]) -> Block:
    """As many names as have room in one line; of one that is too long, the beginning. The list below has them all."""
    width = _PLATE - 44
    first = named(names[:1])
    others = len(set(names)) - 1
    more = f" and {others} more" if others else ""
    for text in (named(names, 3), named(names, 2), f"{first}{more}"):
        block = fit_box(text, width, (11, 10), most_lines=1)
        if len(block.lines) == 1:
            return block
    while measure(f"{first} …{more}", 10) > width:
        first = first[:-1].rstrip(" (-")
    return Block((f"{first} …{more}",), 10)


def _sign(outcome: Outcome, x: float, y: float) -> Iterator[str]:
    """The shape of an outcome: a disc with a tick, a triangle, a square with a question mark, a cross."""
    colour, name = COLOURS[outcome], CLASSES[outcome]
    mark: dict[str, str | float] = {"class": "dg-mark", "fill": "none", "stroke": look.PAPER, "stroke-width": 2}
    solid: dict[str, str | float] = {"class": f"dg-{name}", "fill": colour}
    if outcome is Outcome.WORKS:
        yield element("circle", {**solid, "cx": x, "cy": y, "r": _SIGN})
        yield element("path", {**mark, "d": f"M{number(x - 3.5)},{number(y)} l2.5,3 4.5,-5.5"})
    elif outcome is Outcome.LOSS:
        corners = ((x, y - _SIGN - 1), (x + _SIGN + 1, y + _SIGN), (x - _SIGN - 1, y + _SIGN))
        yield element("polygon", {**solid, "points": " ".join(f"{number(a)},{number(b)}" for a, b in corners)})
        yield element("path", {**mark, "d": f"M{number(x)},{number(y - 3)} v4.5 m0,2 v2"})
    elif outcome is Outcome.CANNOT_TELL:
        side = 2 * _SIGN
        yield element("rect", {**solid, "x": x - _SIGN, "y": y - _SIGN, "width": side, "height": side, "rx": 2})
        text: dict[str, str | float] = {"class": "dg-mark-text", "x": x, "y": y + 4.2, "font-size": 12}
        yield words("text", "?", {**text, "fill": look.PAPER, "text-anchor": "middle", "font-weight": "bold"})
    else:
        d = f"M{number(x - 6)},{number(y - 6)} l12,12 M{number(x + 6)},{number(y - 6)} l-12,12"
        stroke: dict[str, str | float] = {"stroke": colour, "stroke-width": 3.4, "fill": "none"}
        yield element("path", {"class": f"dg-{name}-line", **stroke, "d": d})
