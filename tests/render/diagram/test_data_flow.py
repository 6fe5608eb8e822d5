"""The data flow diagram: everything is there, legible, and no line runs through a shape."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from flows import MEDIA, RADIOTHERAPY, flows, large
from hypothesis import given, settings

from dcsgen.base.drawing.svg import clean
from dcsgen.render.diagram.data_flow import (
    ActivityCircle,
    AeBox,
    AssociationArrow,
    DataFlow,
    LocalLink,
    MediumLink,
    data_flow_svg,
)
from drawn import SVG, Extent, Figure, covers, points, read, shape_extent, text_extent, value

HUB = DataFlow(
    (AeBox("hub", "HUB"),),
    (),
    tuple(ActivityCircle(str(n), f"Store {n}") for n in range(20)),
    (),
    tuple(AssociationArrow("hub", str(n), "both" if n % 3 else "ae") for n in range(20)),
)
LARGE = large(boxes=12, activities=24, cross_links=10)


def drawn(flow: DataFlow) -> Figure:
    return read(data_flow_svg(flow, "Application data flow", "flow"))


def nodes(figure: Figure) -> dict[tuple[str, str], Extent]:
    return {(g.get("data-kind", ""), g.get("data-id", "")): shape_extent(g) for g in figure.groups("dg-node")}


def expected_edges(flow: DataFlow) -> Counter[tuple[str, str, str, str]]:
    """What has to be drawn, straight from the meaning of the values."""
    edges = {("local", link.activity, link.ae, "none") for link in flow.local_links}
    for arrow in flow.associations:
        ends = {"ae": ["end"], "remote": ["start"], "both": ["end", "start"]}[arrow.initiator]
        edges |= {("association", arrow.ae, arrow.activity, head) for head in ends}
    heads = {"FSC": "end", "FSR": "start", "FSU": "both"}
    edges |= {("medium", link.ae, link.medium, heads[link.role]) for link in flow.media}
    for link in flow.media:
        if link.activity:
            same = [o for o in flow.media if (o.medium, o.activity) == (link.medium, link.activity)]
            head = "none" if all(o.role == "FSR" for o in same) else "end"
            edges.add(("movement", link.medium, link.activity, head))
    return Counter(edges)


def letters(text: str) -> str:
    """A text without the blanks, which may have become line breaks."""
    return clean(text).replace(" ", "")


def check_shapes(flow: DataFlow) -> None:
    """All shapes are there, apart from each other, in the figure, and hold their texts."""
    figure = drawn(flow)
    extents = nodes(figure)
    assert set(extents) == (
        {("ae", box.id) for box in flow.boxes}
        | {("local", activity.id) for activity in flow.local}
        | {("remote", activity.id) for activity in flow.remote}
        | {("medium", link.medium) for link in flow.media}
    )
    assert figure.extent.right <= 680
    assert all(figure.extent.holds(extent) for extent in extents.values())
    assert not [pair for pair in combinations(extents.values(), 2) if pair[0].meets(pair[1])]
    labels = {("ae", box.id): box.label + box.caption for box in flow.boxes}
    labels |= {("local", activity.id): activity.label for activity in flow.local}
    labels |= {("remote", activity.id): activity.label for activity in flow.remote}
    labels |= {("medium", link.medium): link.medium for link in flow.media}
    for group in figure.groups("dg-node"):
        shown = "".join(text.text or "" for text in group.iter(f"{SVG}text"))
        assert letters(shown) == letters(labels[group.get("data-kind", ""), group.get("data-id", "")])
        inside = shape_extent(group)
        for text in group.iter(f"{SVG}text"):
            extent = text_extent(text)
            assert inside.holds(extent)
            if group[0].tag == f"{SVG}ellipse":
                x, y = (inside.left + inside.right) / 2, (inside.top + inside.bottom) / 2
                for corner_x in (extent.left, extent.right):
                    for corner_y in (extent.top, extent.bottom):
                        across, along = (corner_x - x) / (inside.right - x), (corner_y - y) / (inside.bottom - y)
                        assert across**2 + along**2 <= 1
    for text in figure.texts():
        assert figure.extent.holds(text_extent(text))
        assert value(text, "font-size") >= 8.5


def check_lines(flow: DataFlow) -> None:
    """All lines are there, inside the figure, from their shape to their other shape, and through none."""
    figure = drawn(flow)
    edges = figure.groups("dg-edge")
    shapes = nodes(figure)
    found = Counter(tuple(g.get(f"data-{name}", "") for name in ("kind", "from", "to", "heads")) for g in edges)
    assert found == expected_edges(flow)
    ends = {
        "local": ("local", "ae"),
        "association": ("ae", "remote"),
        "medium": ("ae", "medium"),
        "movement": ("medium", "remote"),
    }
    for edge in edges:
        kinds = ends[edge.get("data-kind", "")]
        line = points(edge[0].get("d", ""))
        # Lines between columns never turn back.
        if kinds[1] != "remote" or kinds[0] != "medium":
            assert all(before[0] <= after[0] + 1e-6 for before, after in pairwise(line))
        heads = [polygon.get("points", "").split() for polygon in edge.iter(f"{SVG}polygon")]
        assert len(heads) == {"none": 0, "start": 1, "end": 1, "both": 2}[edge.get("data-heads", "")]
        tips = [tuple(float(n) for n in corners[0].split(",")) for corners in heads]
        for x, y in (*line, *tips):
            assert figure.extent.left <= x <= figure.extent.right
            assert figure.extent.top <= y <= figure.extent.bottom
            assert not [
                key for key, extent in shapes.items() if covers(extent, x, y, round_=key[0] in ("local", "remote"))
            ]
        for kind, name, end in ((kinds[0], "from", line[0]), (kinds[1], "to", line[-1])):
            # The line or, where there is one, the tip of its arrowhead touches the outline.
            near = [end, *(tip for tip in tips if abs(tip[0] - end[0]) + abs(tip[1] - end[1]) < 9)]
            extent = shapes[kind, edge.get(f"data-{name}", "")]
            assert any(touches(extent, point, round_=kind in ("local", "remote")) for point in near)


def touches(extent: Extent, point: tuple[float, float], *, round_: bool) -> bool:
    x, y = (extent.left + extent.right) / 2, (extent.top + extent.bottom) / 2
    across, along = (point[0] - x) / (extent.right - x), (point[1] - y) / (extent.bottom - y)
    away = (across**2 + along**2) ** 0.5 if round_ else max(abs(across), abs(along))
    return abs(away - 1) < 0.03


@settings(max_examples=25)
@given(flows())
def test_shapes_of_any_flow_are_legible(flow: DataFlow) -> None:
    check_shapes(flow)


@settings(max_examples=25)
@given(flows())
def test_lines_of_any_flow_avoid_shapes(flow: DataFlow) -> None:
    check_lines(flow)


@pytest.mark.parametrize("flow", [RADIOTHERAPY, MEDIA, HUB, LARGE, DataFlow((), (), (), (), ())])
def test_known_flows_keep_the_same_rules(flow: DataFlow) -> None:
    check_shapes(flow)
    check_lines(flow)


def test_columns_and_interface_are_where_ps3_2_puts_them() -> None:
    figure = drawn(RADIOTHERAPY)
    by_kind: dict[str, list[Extent]] = {}
    for (kind, _), extent in nodes(figure).items():
        by_kind.setdefault(kind, []).append(extent)
    (interface,) = (e for e in figure.root.iter(f"{SVG}line") if e.get("class") == "dg-interface")
    (name,) = (t for t in figure.texts() if t.text == "DICOM Standard Interface")
    x = value(interface, "x1")
    assert x == value(interface, "x2") == value(name, "x")
    assert interface.get("stroke-dasharray")
    assert value(name, "y") < value(interface, "y1")
    assert max(e.right for e in by_kind["local"]) < min(e.left for e in by_kind["ae"])
    assert max(e.right for e in by_kind["ae"]) < x < min(e.left for e in by_kind["remote"])


def test_only_links_without_network_are_dashed() -> None:
    dashed = {
        (edge.get("data-kind"), edge[0].get("stroke-dasharray") is not None) for edge in drawn(MEDIA).groups("dg-edge")
    }
    assert dashed == {("local", True), ("association", False), ("medium", False), ("movement", True)}


def test_short_labels_stand_in_circles_and_long_ones_in_ellipses() -> None:
    def ratio(label: str) -> float:
        flow = DataFlow((AeBox("a", "A"),), (ActivityCircle("l", label),), (), (LocalLink("l", "a"),), ())
        extent = nodes(drawn(flow))["local", "l"]
        return (extent.right - extent.left) / (extent.bottom - extent.top)

    assert ratio("Store") == pytest.approx(1)
    assert ratio("Quantitative post-processing of perfusion measurements") > 1.2


def test_two_arrows_between_one_pair_are_parallel() -> None:
    flow = DataFlow(
        (AeBox("a", "STORAGE"),),
        (),
        tuple(ActivityCircle(str(n), f"Store {n}") for n in range(3)),
        (),
        tuple(AssociationArrow("a", str(n), "both") for n in range(3)),
    )
    figure = drawn(flow)
    for activity in "012":
        one, other = (edge for edge in figure.groups("dg-edge") if edge.get("data-to") == activity)
        paths = [points(edge[0].get("d", "")) for edge in (one, other)]
        lengths = [(p[-1][1] - p[0][1]) for p in paths]
        assert lengths[0] == pytest.approx(lengths[1], abs=0.2)
        assert paths[1][0][1] - paths[0][0][1] >= 6


def test_lines_of_one_box_do_not_cross() -> None:
    lines = [points(edge[0].get("d", "")) for edge in drawn(HUB).groups("dg-edge")]
    right = min(line[-1][0] for line in lines)
    left = max(line[0][0] for line in lines)
    for step in range(1, 40):
        x = left + (right - left) * step / 40
        heights = [height_at(line, x) for line in sorted(lines, key=lambda line: line[0][1])]
        assert all(lower - upper > 1 for upper, lower in pairwise(heights))


def height_at(line: list[tuple[float, float]], x: float) -> float:
    """Height of a line that goes from left to right at a place between its ends."""
    for (from_x, from_y), (to_x, to_y) in pairwise(line):
        if from_x <= x <= to_x and to_x > from_x:
            return from_y + (to_y - from_y) * (x - from_x) / (to_x - from_x)
    raise AssertionError("the line is not drawn at this place")


def test_one_to_one_links_are_level() -> None:
    ids = "abcd"
    flow = DataFlow(
        tuple(AeBox(i, f"AE_{i}") for i in ids),
        tuple(ActivityCircle(i, f"Local {i}") for i in reversed(ids)),
        tuple(ActivityCircle(i, f"Remote {i}") for i in "cadb"),
        tuple(LocalLink(i, i) for i in ids),
        tuple(AssociationArrow(i, i, "ae") for i in ids),
    )
    for edge in drawn(flow).groups("dg-edge"):
        assert len({y for _, y in points(edge[0].get("d", ""))}) == 1


def test_equal_links_are_drawn_once() -> None:
    twice = DataFlow(
        RADIOTHERAPY.boxes,
        RADIOTHERAPY.local,
        RADIOTHERAPY.remote,
        RADIOTHERAPY.local_links * 2,
        RADIOTHERAPY.associations * 2,
    )
    assert len(drawn(twice).groups("dg-edge")) == len(drawn(RADIOTHERAPY).groups("dg-edge"))


def test_a_medium_that_several_use_is_one_cylinder() -> None:
    media = [group for group in drawn(MEDIA).groups("dg-node") if group.get("data-kind") == "medium"]
    assert [group.get("data-id") for group in media] == ["CD-R", "USB memory"]


def test_an_activity_stands_below_the_medium_that_alone_leads_to_it() -> None:
    local = tuple(ActivityCircle(str(n), f"Local {n}") for n in range(9))
    flow = DataFlow(
        (AeBox("media", "MEDIA"), AeBox("net", "NETWORK")),
        local,
        (ActivityCircle("view", "View"), ActivityCircle("store", "Store")),
        tuple(LocalLink(activity.id, "net" if n else "media") for n, activity in enumerate(local)),
        (AssociationArrow("net", "store", "ae"),),
        (MediumLink("media", "FSC", "CD-R", "view"),),
    )
    places = nodes(drawn(flow))
    assert places["remote", "view"].top - places["medium", "CD-R"].bottom == pytest.approx(30, abs=0.2)


def test_a_medium_and_its_activity_stay_together_among_others() -> None:
    remote = [ActivityCircle(str(n), f"Remote {n}") for n in range(5)]
    flow = DataFlow(
        (AeBox("media", "MEDIA"), AeBox("net", "NETWORK")),
        (),
        (*remote, ActivityCircle("view", "View")),
        (),
        tuple(AssociationArrow("media" if n == 4 else "net", activity.id, "ae") for n, activity in enumerate(remote)),
        (MediumLink("media", "FSC", "CD-R", "view"),),
    )
    places = nodes(drawn(flow))
    assert places["remote", "view"].top - places["medium", "CD-R"].bottom == pytest.approx(30, abs=0.2)


def test_a_single_line_ends_near_the_middle_of_a_round_shape() -> None:
    figure = drawn(LARGE)
    places = nodes(figure)
    ends: dict[tuple[str, str], list[float]] = {}
    for edge in figure.groups("dg-edge"):
        line = points(edge[0].get("d", ""))
        if edge.get("data-kind") == "local":
            ends.setdefault(("local", edge.get("data-from", "")), []).append(line[0][1])
        else:
            ends.setdefault(("remote", edge.get("data-to", "")), []).append(line[-1][1])
    single = {key: ys[0] for key, ys in ends.items() if len(ys) == 1}
    assert len(single) > 8
    for key, y in single.items():
        half = (places[key].bottom - places[key].top) / 2
        assert abs(y - places[key].top - half) <= half * 0.5 + 0.1


def test_hostile_text_is_shown_as_text() -> None:
    label = '<script>alert("1")</script>&\x07\u202e'
    flow = DataFlow((AeBox('"><x', label, "]]>"),), (), (), (), ())
    svg = data_flow_svg(flow, "</title><script>", 'a" onload="x')
    figure = read(svg)
    assert "<script" not in svg
    assert {child.tag for child in figure.root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "line", "text")
    }
    shown = "".join(text.text or "" for group in figure.groups("dg-node") for text in group.iter(f"{SVG}text"))
    assert letters(shown) == '<script>alert("1")</script>&]]>'
    assert figure.root[0].get("id") == "a--onload--x-title"
    assert "onload" not in figure.root.attrib


def test_the_title_comes_first_and_the_description_tells_every_line() -> None:
    figure = drawn(RADIOTHERAPY)
    title, desc = figure.root[0], figure.root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Application data flow")
    assert desc.tag == f"{SVG}desc"
    assert figure.root.get("role") == "img"
    assert figure.root.get("aria-labelledby") == title.get("id")
    assert figure.root.get("aria-describedby") == desc.get("id")
    assert desc.text == (
        "AE PLAN_IMPORT (Import of prescriptions) works for the local activities Plan review and Patient set-up. "
        "AE PLAN_IMPORT accepts associations from Treatment planning. "
        "AE IMAGE_IMPORT (Import of reference images) works for the local activity Patient set-up. "
        "AE IMAGE_IMPORT initiates associations to Treatment planning. "
        "AE IMAGE_IMPORT accepts associations from Treatment planning. "
        "AE RECORD_EXPORT has no local activity. "
        "AE RECORD_EXPORT initiates associations to Oncology information system."
    )
    about_media = drawn(MEDIA).root[1].text or ""
    assert "AE MEDIA_EXPORT creates File-sets on the medium CD-R, linked to View elsewhere." in about_media
    assert "AE MEDIA_IMPORT reads File-sets from the medium CD-R, linked to View elsewhere." in about_media
    assert "AE MEDIA_IMPORT updates File-sets on the medium USB memory, linked to Archive." in about_media


def test_the_description_tells_of_activities_without_links() -> None:
    flow = DataFlow((AeBox("a", "A"),), (ActivityCircle("l", "Idle"),), (ActivityCircle("r", "Far"),), (), ())
    description = drawn(flow).root[1].text or ""
    assert "No AE is linked with the local activity Idle." in description
    assert "No AE is linked with the remote activity Far." in description


def test_the_same_flow_gives_the_same_bytes_in_every_process() -> None:
    code = "from test_data_flow import *; print(data_flow_svg(LARGE, 't', 'p') + data_flow_svg(MEDIA, 't', 'p'))"
    here = str(Path(__file__).parent)
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([here, *sys.path])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(texts) == 1
    assert len(texts.pop()) > 20_000


@pytest.mark.parametrize(
    ("flow", "named"),
    [
        (DataFlow((), (), (), (LocalLink("l", "a"),), ()), "'l'"),
        (DataFlow((AeBox("a", "A"),), (), (), (), (AssociationArrow("a", "r", "ae"),)), "'r'"),
        (DataFlow((AeBox("a", "A"),), (), (), (), (), (MediumLink("a", "FSC", "CD", "r"),)), "'r'"),
        (DataFlow((AeBox("a", "A"), AeBox("a", "B")), (), (), (), ()), "'a'"),
    ],
)
def test_wrong_ids_are_refused_by_name(flow: DataFlow, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        data_flow_svg(flow, "t", "p")
