"""A data flow that has its places, written as SVG elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.base.drawing import look
from dcsgen.base.drawing.svg import HEAD_LENGTH, arrowhead, element, label, number
from dcsgen.render.diagram.flow_shapes import CAP
from dcsgen.render.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dcsgen.render.diagram.flow_plan import Lane, Placed, Plan, Route

INTERFACE_LABEL = N_("DICOM Standard Interface")
_INTERFACE_LABEL_SIZE = 11.0
# A line keeps this far level outside its column before it turns.
_LEVEL = 5.0
_CORNER_RADIUS = 6.0


def drawn(plan: Plan) -> Iterator[str]:
    """All elements of the figure from back to front: arrowheads lie on the outlines that they touch."""
    yield from _interface(plan)
    for placed in plan.nodes:
        yield _node(placed)
    for route in plan.routes:
        yield _route(route)
    for lane in plan.lanes:
        yield _lane(lane)


def _interface(plan: Plan) -> Iterator[str]:
    """The dotted line that all network communication crosses, and its name."""
    yield element(
        "line",
        {
            "class": "dg-interface",
            "x1": plan.interface,
            "y1": plan.top - 12,
            "x2": plan.interface,
            "y2": plan.height - 2,
            "stroke": look.FAINT_INK,
            "stroke-width": 1.6,
            "stroke-dasharray": look.INTERFACE_DASH,
            "stroke-linecap": "round",
        },
    )
    yield from label(
        [_(INTERFACE_LABEL)], plan.interface, 11, _INTERFACE_LABEL_SIZE, fill=look.FAINT_INK, role="dg-caption"
    )


def _node(placed: Placed) -> str:
    """A shape with its text."""
    node, shape, blocks = placed
    x, y, half_width, half_height = shape.x, shape.y, shape.half_width, shape.half_height
    paint = {
        "ae": look.APPLICATION_ENTITY,
        "local": look.LOCAL,
        "remote": look.REMOTE,
        "medium": look.MEDIUM,
    }[node.kind]
    ink: dict[str, str | float] = {"fill": paint.fill, "stroke": paint.stroke, "stroke-width": 1.3}
    if node.kind == "ae":
        box = {"x": x - half_width, "y": y - half_height, "width": 2 * half_width, "height": 2 * half_height, "rx": 3}
        outline = element("rect", {"class": "dg-box", **box, **ink})
    elif node.kind == "medium":
        outline = _cylinder(x, y, half_width, half_height, ink)
    else:
        oval = {"cx": x, "cy": y, "rx": half_width, "ry": half_height}
        outline = element("ellipse", {"class": f"dg-circle dg-{node.kind}", **oval, **ink})
    texts: list[str] = []
    # Text in a cylinder is centred on its body, below the round top.
    top = y - sum(block.height for block in blocks) / 2 + (CAP if node.kind == "medium" else 0)
    for index, block in enumerate(blocks):
        middle = top + block.height / 2
        top += block.height
        fill, role = (look.FAINT_INK, "dg-caption") if index else (look.INK, "dg-text")
        texts += label(block.lines, x, middle, block.size, fill=fill, role=role, bold=block.bold)
    return element("g", {"class": "dg-node", "data-kind": node.kind, "data-id": node.id}, [outline, *texts])


def _cylinder(x: float, y: float, half_width: float, half_height: float, ink: dict[str, str | float]) -> str:
    """A cylinder as one path: the body with its round bottom, then the top."""
    left, right, top, bottom = x - half_width, x + half_width, y - half_height + CAP, y + half_height - CAP
    arc = f"A{number(half_width)},{number(CAP)} 0 0"
    top_line = f"M{number(left)},{number(top)} {arc} 0 {number(right)},{number(top)}"
    body = (
        f"M{number(left)},{number(top)} {arc} 1 {number(right)},{number(top)} V{number(bottom)} "
        f"{arc} 1 {number(left)},{number(bottom)} Z"
    )
    return element("path", {"class": "dg-medium", "d": body, **ink}) + element(
        "path", {"class": "dg-line", "d": top_line, **ink, "fill": "none"}
    )


def _route(route: Route) -> str:
    """A line from column to column: level at both ends, in between straight or an even curve."""
    (start_x, start_y), (end_x, end_y) = route.start, route.end
    heads = []
    from_x, to_x = start_x, end_x
    if route.heads in ("start", "both"):
        heads.append(arrowhead(start_x, start_y, -1, 0, fill=look.LINE))
        from_x += HEAD_LENGTH - 1
    if route.heads in ("end", "both"):
        heads.append(arrowhead(end_x, end_y, 1, 0, fill=look.LINE))
        to_x -= HEAD_LENGTH - 1
    if number(start_y) == number(end_y):
        path = f"M{number(from_x)},{number(start_y)} H{number(to_x)}"
    else:
        # Turn only where the neighbours in the column and an arrowhead are behind, and at the same place whether
        # there is an arrowhead or not, so that two arrows between two shapes stay parallel.
        level = _LEVEL + (0 if route.kind == "local" else HEAD_LENGTH)
        turn, straight = route.start_edge + level, route.end_edge - level
        middle = (turn + straight) / 2 + route.lean
        path = (
            f"M{number(from_x)},{number(start_y)} H{number(turn)} C{number(middle)},{number(start_y)} "
            f"{number(middle)},{number(end_y)} {number(straight)},{number(end_y)} H{number(to_x)}"
        )
    attributes: dict[str, str | float] = {
        "class": "dg-line dg-dash" if route.kind == "local" else "dg-line",
        "d": path,
        "fill": "none",
        "stroke": look.LINE,
        "stroke-width": 1.2,
    }
    if route.kind == "local":
        attributes["stroke-dasharray"] = look.LOCAL_DASH
    return _edge(route.kind, route.source.id, route.target.id, route.heads, [element("path", attributes), *heads])


def _edge(kind: str, source: str, target: str, heads: str, children: list[str]) -> str:
    """A group around a line and its arrowheads that says what it joins."""
    return element(
        "g",
        {"class": "dg-edge", "data-kind": kind, "data-from": source, "data-to": target, "data-heads": heads},
        children,
    )


def _lane(lane: Lane) -> str:
    """The dashed way of a medium to an activity."""
    first, *between, last = lane.corners
    children = []
    if between:
        (lane_x, start_y), (_, end_y) = between
        down = 1 if end_y > start_y else -1
        radius = min(_CORNER_RADIUS, abs(end_y - start_y) / 2)
        stop = last[0] + (HEAD_LENGTH - 1 if lane.head else 0)
        path = (
            f"M{number(first[0])},{number(first[1])} H{number(lane_x - radius)} "
            f"Q{number(lane_x)},{number(start_y)} {number(lane_x)},{number(start_y + down * radius)} "
            f"V{number(end_y - down * radius)} "
            f"Q{number(lane_x)},{number(end_y)} {number(lane_x - radius)},{number(end_y)} H{number(stop)}"
        )
        if lane.head:
            children.append(arrowhead(*last, -1, 0, fill=look.LINE))
    else:
        down = 1 if last[1] > first[1] else -1
        stop = last[1] - down * (HEAD_LENGTH - 1 if lane.head else 0)
        path = f"M{number(first[0])},{number(first[1])} V{number(stop)}"
        if lane.head:
            children.append(arrowhead(*last, 0, down, fill=look.LINE))
    line = element(
        "path",
        {
            "class": "dg-line dg-dash",
            "d": path,
            "fill": "none",
            "stroke": look.LINE,
            "stroke-width": 1.2,
            "stroke-dasharray": look.MOVEMENT_DASH,
        },
    )
    return _edge("movement", lane.source.id, lane.target.id, "end" if lane.head else "none", [line, *children])
