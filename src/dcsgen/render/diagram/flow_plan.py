"""Where everything of a data flow goes: shapes in their places, lines with their ends. Nothing is drawn here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from dcsgen.render.diagram.flow_graph import FAR, LOCAL, MIDDLE, Graph, Heads, Movement, Node
from dcsgen.render.diagram.flow_place import Line, Slot, settle, stack_height
from dcsgen.render.diagram.flow_ports import Shape, ports
from dcsgen.render.diagram.flow_shapes import (
    DENSITIES,
    Density,
    Sized,
    box_width,
    evened,
    evened_boxes,
    sized_activities,
    sized_box,
    sized_cylinder,
    usable_half,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dcsgen.base.drawing.fit import Block

WIDEST = 680.0
"""Width of the text of an A4 page in portrait, in CSS pixels."""
_MARGIN = 6.0
_HEADER = 34.0
_LEFT_GAP = 78.0
_RIGHT_GAP = 150.0
_MOVEMENT_ROOM = 30.0
_LANE_ROOM = 60.0
_LANE_SPACING = 10.0
_LEAN = 0.45
# How far off the middle a line may turn, as a part of the gap between the columns.
_MOST_LEAN = 0.22


class Placed(NamedTuple):
    """A node with its place and the blocks of text that stand in it."""

    node: Node
    shape: Shape
    blocks: tuple[Block, ...]


class Route(NamedTuple):
    """A line between two nodes of neighbouring columns; the edges are where the columns begin and end.

    `lean` moves the turn of the line to the right, or to the left if negative.
    """

    kind: Literal["local", "association", "medium"]
    source: Node
    target: Node
    heads: Heads
    start: tuple[float, float]
    end: tuple[float, float]
    start_edge: float
    end_edge: float
    lean: float


class Lane(NamedTuple):
    """The way of a medium to an activity as the corners of a line; the last point is at the activity."""

    source: Node
    target: Node
    corners: tuple[tuple[float, float], ...]
    head: bool


class Plan(NamedTuple):
    """A data flow with all places in CSS pixels."""

    nodes: tuple[Placed, ...]
    routes: tuple[Route, ...]
    lanes: tuple[Lane, ...]
    interface: float
    top: float
    width: float
    height: float


def plan_of(graph: Graph) -> Plan:
    """The places of all shapes and lines, in the airiest density that the figure has room for."""
    sized = _sized(graph)
    heights, bottom = _heights(graph, *sized)
    sizes = sized[0]
    xs, interface, width = _across(graph, sizes)
    columns = [
        [
            Shape(node.kind, xs[column], _HEADER + y, size.half_width, size.half_height)
            for node, y, size in zip(graph.columns[column], heights[column], sizes[column], strict=True)
        ]
        for column in range(3)
    ]
    placed = tuple(
        Placed(node, shape, size.blocks)
        for nodes, shapes, blocks in zip(graph.columns, columns, sizes, strict=True)
        for node, shape, size in zip(nodes, shapes, blocks, strict=True)
    )
    lanes = _lanes(graph, columns[FAR], _edge(columns[FAR], 1))
    return Plan(placed, tuple(_routes(graph, columns)), lanes, interface, _HEADER, width, _HEADER + bottom + _MARGIN)


def _sized(graph: Graph) -> tuple[list[list[Sized]], Density]:
    """The sizes of all shapes, column by column, in the first density whose columns are low enough."""
    for density in DENSITIES:
        sizes = _sized_in(graph, density)
        if sizes is not None:
            slots = _slots(graph, sizes, density)
            if max(stack_height(column) for column in slots) <= density.limit:
                break
    assert sizes is not None  # The last density has neither circles nor a limit.
    return sizes, density


def _sized_in(graph: Graph, density: Density) -> list[list[Sized]] | None:
    """The sizes of all shapes in one density; None if it has circles and a text does not fit into one."""
    busy = _busiest_sides(graph)
    boxes = graph.columns[MIDDLE]
    width = box_width([(box.label, box.caption) for box in boxes], density)
    sized_boxes = evened_boxes(
        [sized_box(box.label, box.caption, width, busy[MIDDLE, index], density) for index, box in enumerate(boxes)]
    )
    outer: list[list[Sized]] = []
    for column in (LOCAL, FAR):
        nodes = graph.columns[column]
        round_ones = [index for index, node in enumerate(nodes) if node.kind != "medium"]
        labels = [nodes[index].label for index in round_ones]
        activities = sized_activities(labels, [busy[column, index] for index in round_ones], density)
        if activities is None:
            return None
        by_index = dict(zip(round_ones, evened(activities, density), strict=True))
        outer.append(
            [
                by_index[index] if index in by_index else sized_cylinder(node.label, busy[column, index])
                for index, node in enumerate(nodes)
            ]
        )
    return [outer[0], sized_boxes, outer[1]]


def _busiest_sides(graph: Graph) -> Counter[tuple[int, int]]:
    """For each shape the number of lines on its busier side."""
    right_sides = Counter((edge.left_column, edge.left) for edge in graph.edges)
    left_sides = Counter((edge.left_column + 1, edge.right) for edge in graph.edges)
    return right_sides | left_sides


def _slots(graph: Graph, sizes: Sequence[Sequence[Sized]], density: Density) -> list[list[Slot]]:
    """The columns as what may not overlap; a medium keeps room for the arrow to its activity."""
    gaps = (density.activity_gap, density.box_gap, density.activity_gap)
    joined = {max(move.medium, move.activity) for move in graph.movements if _neighbours(move)}
    return [
        [
            Slot(size.half_height, _MOVEMENT_ROOM if column == FAR and index in joined else gaps[column])
            for index, size in enumerate(sizes[column])
        ]
        for column in range(3)
    ]


def _neighbours(move: Movement) -> bool:
    return abs(move.medium - move.activity) == 1


def _heights(graph: Graph, sizes: Sequence[Sequence[Sized]], density: Density) -> tuple[list[list[float]], float]:
    """Centres of all shapes below the header, and the height of the lowest outline."""
    lines = [Line((edge.left_column, edge.left), (edge.left_column + 1, edge.right)) for edge in graph.edges]
    ends = {line.end for line in lines}
    follow = {(FAR, move.activity): (FAR, move.medium) for move in graph.movements if (FAR, move.activity) not in ends}
    centres = settle(_slots(graph, sizes, density), lines, follow)
    bottom = max(
        (
            y + size.half_height
            for ys, column in zip(centres, sizes, strict=True)
            for y, size in zip(ys, column, strict=True)
        ),
        default=0.0,
    )
    return centres, bottom


def _across(graph: Graph, sizes: Sequence[Sequence[Sized]]) -> tuple[list[float], float, float]:
    """Horizontal centres of the columns, place of the interface, width of the figure."""
    local, middle, far = (2 * max((size.half_width for size in column), default=0.0) for column in sizes)
    lanes = sum(not _neighbours(move) for move in graph.movements)
    lane_room = min(_LANE_ROOM, 12 + lanes * _LANE_SPACING) if lanes else 0.0
    left_gap = _LEFT_GAP if graph.columns[LOCAL] else 0.0
    used = 2 * _MARGIN + local + left_gap + middle + far + lane_room
    right_gap = min(_RIGHT_GAP, WIDEST - used)
    box_right = _MARGIN + local + left_gap + middle
    xs = [_MARGIN + local / 2, box_right - middle / 2, box_right + right_gap + far / 2]
    return xs, box_right + right_gap / 2, used + right_gap


def _edge(shapes: Sequence[Shape], towards: int) -> float:
    """Where a column ends on one side."""
    return max((towards * shape.x + shape.half_width for shape in shapes), default=0.0) * towards


def _routes(graph: Graph, columns: Sequence[Sequence[Shape]]) -> Iterator[Route]:
    """All lines between columns."""
    heights = ports(graph.edges, columns)
    for near in (LOCAL, MIDDLE):
        beyond = near + 1
        lines = [(edge, ys) for edge, ys in zip(graph.edges, heights, strict=True) if edge.left_column == near]
        start_edge, end_edge = _edge(columns[near], 1), _edge(columns[beyond], -1)
        leans = [_lean(columns[near][edge.left], columns[beyond][edge.right], *ys) for edge, ys in lines]
        # One factor for all lines of a gap, so that the order of their turns stays.
        most = max((abs(lean) for lean in leans), default=0.0)
        factor = min(1.0, _MOST_LEAN * (end_edge - start_edge) / most) if most else 1.0
        for (edge, (left_y, right_y)), lean in zip(lines, leans, strict=True):
            yield Route(
                edge.kind,
                graph.columns[near][edge.left],
                graph.columns[beyond][edge.right],
                edge.heads,
                (columns[near][edge.left].side(left_y, 1), left_y),
                (columns[beyond][edge.right].side(right_y, -1), right_y),
                start_edge,
                end_edge,
                lean * factor,
            )


def _lean(source: Shape, target: Shape, left_y: float, right_y: float) -> float:
    """How far right of the middle a line should turn to keep clear of the lines beside it.

    Of lines that leave a shape upwards the uppermost turns first, of those that go down the lowest: so they
    keep their distance where they are steep.
    """
    offsets = (left_y - source.y) + (right_y - target.y)
    return offsets * _LEAN if right_y < left_y else -offsets * _LEAN


def _lanes(graph: Graph, shapes: Sequence[Shape], edge: float) -> tuple[Lane, ...]:
    """The ways of media: straight to a neighbour, else around the column on its right, shorter ways inside."""
    nodes = graph.columns[FAR]
    outer = sorted(
        (move for move in graph.movements if not _neighbours(move)), key=lambda move: abs(move.medium - move.activity)
    )
    ends = _lane_ends(outer, shapes)
    spacing = min(_LANE_SPACING, (_LANE_ROOM - 12) / max(1, len(outer)))
    lanes = []
    for move in graph.movements:
        start, end = shapes[move.medium], shapes[move.activity]
        if _neighbours(move):
            down = 1 if move.activity > move.medium else -1
            corners = [(start.x, start.y + down * start.half_height), (end.x, end.y - down * end.half_height)]
        else:
            lane = edge + 12 + outer.index(move) * spacing
            start_y, end_y = ends[move, move.medium], ends[move, move.activity]
            corners = [(start.side(start_y, 1), start_y), (lane, start_y), (lane, end_y), (end.side(end_y, 1), end_y)]
        lanes.append(Lane(nodes[move.medium], nodes[move.activity], tuple(corners), move.head))
    return tuple(lanes)


def _lane_ends(moves: Sequence[Movement], shapes: Sequence[Shape]) -> dict[tuple[Movement, int], float]:
    """Heights at which the outer ways leave and reach the right sides of the shapes."""
    touching: dict[int, list[tuple[int, Movement]]] = {}
    for move in moves:
        touching.setdefault(move.medium, []).append((move.activity, move))
        touching.setdefault(move.activity, []).append((move.medium, move))
    heights = {}
    for index, others in touching.items():
        shape = shapes[index]
        reach = usable_half(shape.kind, shape.half_height)
        for place, (_, move) in enumerate(sorted(others)):
            part = (place + 1) / (len(others) + 1) * 2 - 1
            heights[move, index] = shape.y + part * reach
    return heights
