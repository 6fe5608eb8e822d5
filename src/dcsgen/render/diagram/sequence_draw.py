"""A sequence that has its places, written as SVG elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dcsgen.base.drawing import look
from dcsgen.base.drawing.svg import HEAD_LENGTH, arrowhead, element, label, number, open_arrowhead
from dcsgen.render.diagram.sequence_plan import FIGURE_HEIGHT, LOOP_HEIGHT, LOOP_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dcsgen.base.drawing.fit import Block
    from dcsgen.render.diagram.sequence_plan import Head, Row, SequencePlan


class _Stroke(NamedTuple):
    """How an arrow is drawn; `open_head` without a filled head, `dash` empty for a solid line."""

    colour: str
    width: float
    dash: str
    open_head: bool


_STROKES = {
    "association": _Stroke(look.ACCENT, 2.0, "", False),
    "message": _Stroke(look.LINE, 1.2, "", False),
    "response": _Stroke(look.LINE, 1.2, look.RESPONSE_DASH, True),
    "local": _Stroke(look.FAINT_INK, 1.2, "", True),
}


def drawn(plan: SequencePlan) -> Iterator[str]:
    """All elements of the figure from back to front."""
    for head in plan.heads:
        yield element(
            "line",
            {
                "class": "dg-lifeline",
                "x1": head.x,
                "y1": plan.top,
                "x2": head.x,
                "y2": plan.bottom,
                "stroke": look.FAINT_INK,
                "stroke-width": 1,
                "stroke-dasharray": look.LIFELINE_DASH,
            },
        )
    for head in plan.heads:
        yield _head(head)
    for row in plan.rows:
        yield _row(row)


def _head(head: Head) -> str:
    """The head of a lifeline: a rectangle, a rounded one, or a person above a name."""
    middle = head.top + head.height / 2
    if head.kind == "actor":
        shape = _person(head.x, head.top)
        middle = head.top + FIGURE_HEIGHT + 2 + head.block.height / 2
    else:
        paint = look.APPLICATION_ENTITY if head.kind == "ae" else look.REMOTE
        shape = element(
            "rect",
            {
                "class": "dg-box" if head.kind == "ae" else "dg-box dg-activity",
                "x": head.x - head.half_width,
                "y": head.top,
                "width": 2 * head.half_width,
                "height": head.height,
                "rx": 3 if head.kind == "ae" else 14,
                "fill": paint.fill,
                "stroke": paint.stroke,
                "stroke-width": 1.3,
            },
        )
    texts = label(head.block.lines, head.x, middle, head.block.size, fill=look.INK, bold=head.block.bold)
    return element("g", {"class": "dg-node", "data-kind": head.kind, "data-id": head.id}, [shape, *texts])


def _person(x: float, top: float) -> str:
    """The figure of a person in a box of 20 by 34 pixels."""
    ink: dict[str, str | float] = {"fill": "none", "stroke": look.INK, "stroke-width": 1.3}
    skull = element("circle", {"class": "dg-line", "cx": x, "cy": top + 6, "r": 5, **ink})
    y = top + 11
    limbs = (
        f"M{number(x)},{number(y)} V{number(y + 11)} M{number(x - 9)},{number(y + 4)} H{number(x + 9)} "
        f"M{number(x - 8)},{number(y + 21)} L{number(x)},{number(y + 11)} L{number(x + 8)},{number(y + 21)}"
    )
    return skull + element("path", {"class": "dg-line", "d": limbs, **ink})


def _row(row: Row) -> str:
    """A message: its arrow, its label, its note."""
    stroke = _STROKES[row.message.style]
    towards = -row.side or (1 if row.end > row.start else -1)
    tip_y = row.y + LOOP_HEIGHT if row.side else row.y
    # A filled head hides the end of its line, an open one would show it.
    stop = row.end - towards * (1 if stroke.open_head else HEAD_LENGTH - 1)
    if row.side:
        out = row.start + row.side * LOOP_WIDTH
        path = f"M{number(row.start)},{number(row.y)} H{number(out)} V{number(tip_y)} H{number(stop)}"
    else:
        path = f"M{number(row.start)},{number(row.y)} H{number(stop)}"
    attributes: dict[str, str | float] = {
        "class": f"dg-line dg-{row.message.style}",
        "d": path,
        "fill": "none",
        "stroke": stroke.colour,
        "stroke-width": stroke.width,
    }
    if stroke.dash:
        attributes["stroke-dasharray"] = stroke.dash
    if stroke.open_head:
        head = open_arrowhead(row.end - towards, tip_y, towards, stroke=stroke.colour)
    else:
        head = arrowhead(row.end, tip_y, towards, 0, fill=stroke.colour)
    texts = [
        *_text(row, row.label, row.label_y, look.INK, "dg-text"),
        *_text(row, row.note, row.note_y, look.FAINT_INK, "dg-caption"),
    ]
    kind = {"data-kind": row.message.style, "data-from": row.message.source, "data-to": row.message.target}
    return element("g", {"class": "dg-message", **kind}, [element("path", attributes), head, *texts])


def _text(row: Row, block: Block, middle: float, fill: str, role: str) -> Iterator[str]:
    """A block of text at a row, on paper of its own where lifelines would strike it through."""
    anchor = {0: "middle", 1: "start", -1: "end"}[row.side]
    if row.crossed and block.lines:
        left = row.text_x - block.width * {0: 0.5, 1: 0.0, -1: 1.0}[row.side]
        pill = {"x": left - 4, "y": middle - block.height / 2, "width": block.width + 8, "height": block.height}
        yield element("rect", {"class": "dg-pill", **pill, "rx": 4, "fill": look.PAPER})
    yield from label(block.lines, row.text_x, middle, block.size, fill=fill, role=role, anchor=anchor)
