"""A data flow as a graph of three columns: local activities, Application Entities, what lies beyond the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from dcsgen.base.drawing.svg import clean
from dcsgen.render.diagram.flow_order import Orders, untangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dcsgen.render.diagram.data_flow import DataFlow

Kind = Literal["local", "ae", "remote", "medium"]
Heads = Literal["none", "start", "end", "both"]
LOCAL, MIDDLE, FAR = range(3)


class Node(NamedTuple):
    """A shape to draw; `label` and `caption` are clean."""

    kind: Kind
    id: str
    label: str
    caption: str = ""


class Edge(NamedTuple):
    """A line from a shape to one in the next column; `heads` says where it has arrowheads."""

    kind: Literal["local", "association", "medium"]
    left_column: int
    left: int
    right: int
    heads: Heads


class Movement(NamedTuple):
    """Transport of a medium to an activity, both in the far column; `head` if an arrow points at the activity."""

    medium: int
    activity: int
    head: bool


class Graph(NamedTuple):
    """Columns from left to right, each from top to bottom; edges and movements count within their columns."""

    columns: tuple[tuple[Node, ...], tuple[Node, ...], tuple[Node, ...]]
    edges: tuple[Edge, ...]
    movements: tuple[Movement, ...]


def graph_of(flow: DataFlow) -> Graph:
    """The graph of a data flow with its columns in a readable order.

    Raises ValueError if an id is used twice in a column or a link names an id that is not there.
    """
    locals_ = tuple(Node("local", activity.id, clean(activity.label)) for activity in flow.local)
    boxes = tuple(Node("ae", box.id, clean(box.label), clean(box.caption)) for box in flow.boxes)
    far = _far_column(flow)
    local_at, box_at = _numbered(locals_), _numbered(boxes)
    remote_at = _numbered(node for node in far if node.kind == "remote")
    places = {(node.kind, node.id): index for index, node in enumerate(far)}

    edges = [
        Edge("local", LOCAL, _at(local_at, link.activity), _at(box_at, link.ae), "none") for link in flow.local_links
    ]
    for arrow in flow.associations:
        _at(remote_at, arrow.activity)
        box, activity = _at(box_at, arrow.ae), places["remote", arrow.activity]
        # Two arrows, not one with two heads: PS3.2 keeps the double head for the File-set Updater.
        if arrow.initiator in ("ae", "both"):
            edges.append(Edge("association", MIDDLE, box, activity, "end"))
        if arrow.initiator in ("remote", "both"):
            edges.append(Edge("association", MIDDLE, box, activity, "start"))
    heads: dict[str, Heads] = {"FSC": "end", "FSR": "start", "FSU": "both"}
    moves: dict[tuple[int, int], bool] = {}
    for link in flow.media:
        box, medium = _at(box_at, link.ae), places["medium", link.medium]
        edges.append(Edge("medium", MIDDLE, box, medium, heads[link.role]))
        if link.activity:
            _at(remote_at, link.activity)
            pair = medium, places["remote", link.activity]
            # A reader only takes what comes in: then the line says that the medium travels, not whereto.
            moves[pair] = moves.get(pair, False) or link.role != "FSR"
    movements = tuple(Movement(medium, activity, head) for (medium, activity), head in moves.items())
    return _ordered(Graph((locals_, boxes, far), tuple(dict.fromkeys(edges)), movements))


def _far_column(flow: DataFlow) -> tuple[Node, ...]:
    """Remote activities as written, each medium before the first activity that only it leads to."""
    reached = {arrow.activity for arrow in flow.associations}
    media = dict.fromkeys(link.medium for link in flow.media)
    nodes: list[Node] = []
    for activity in flow.remote:
        if activity.id not in reached:
            for link in flow.media:
                if link.activity == activity.id and link.medium in media:
                    del media[link.medium]
                    nodes.append(Node("medium", link.medium, clean(link.medium)))
        nodes.append(Node("remote", activity.id, clean(activity.label)))
    return (*nodes, *(Node("medium", medium, clean(medium)) for medium in media))


def _numbered(nodes: Iterable[Node]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for node in nodes:
        if node.id in numbers:
            raise ValueError(f"{node.kind} {node.id!r} is in the data flow twice")
        numbers[node.id] = len(numbers)
    return numbers


def _at(numbers: dict[str, int], id_: str) -> int:
    if id_ not in numbers:
        raise ValueError(f"a link of the data flow names {id_!r}, which is not among {sorted(numbers)}")
    return numbers[id_]


def _ordered(graph: Graph) -> Graph:
    """The graph with each column in the order that lets few lines cross."""
    left = [(edge.left, edge.right) for edge in graph.edges if edge.left_column == LOCAL]
    right = [(edge.left, edge.right) for edge in graph.edges if edge.left_column == MIDDLE]
    reached = {end for _, end in right}
    # An activity that only a medium leads to goes where the medium goes.
    follow = [
        (box, move.activity)
        for move in graph.movements
        if move.activity not in reached
        for box, end in right
        if end == move.medium
    ]
    sizes = (len(graph.columns[LOCAL]), len(graph.columns[MIDDLE]), len(graph.columns[FAR]))
    return _reordered(graph, untangle(sizes, left, right + follow))


def _reordered(graph: Graph, orders: Orders) -> Graph:
    """The same graph with its columns in other orders."""
    places = [{node: place for place, node in enumerate(order)} for order in orders]
    local, middle, far = (
        tuple(column[node] for node in order) for column, order in zip(graph.columns, orders, strict=True)
    )
    edges = tuple(
        edge._replace(left=places[edge.left_column][edge.left], right=places[edge.left_column + 1][edge.right])
        for edge in graph.edges
    )
    movements = tuple(Movement(places[FAR][m], places[FAR][a], head) for m, a, head in graph.movements)
    return Graph((local, middle, far), edges, movements)
