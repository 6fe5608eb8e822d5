"""The sequence diagram: all messages in order, legible, between the right lifelines."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from flows import labels
from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen.base.drawing.svg import clean
from dcsgen.render.diagram.sequence import Lifeline, Message, Sequence, sequence_svg
from drawn import SVG, Extent, Figure, outline, points, read, shape_extent, text_extent, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

IMPORT = Sequence(
    (
        Lifeline("user", "Therapist", "actor"),
        Lifeline("ae", "PLAN_IMPORT", "ae"),
        Lifeline("tps", "Treatment planning", "activity"),
    ),
    (
        Message("tps", "ae", "Open Association", "association", "RT Plan Storage"),
        Message("tps", "ae", "C-STORE-RQ", "message"),
        Message("ae", "ae", "Check the plan against the patient database", "local", "refused if unknown"),
        Message("ae", "tps", "C-STORE-RSP", "response"),
        Message("tps", "user", "Tell that a plan is there", "local"),
        Message("tps", "tps", "Keep a copy", "local"),
    ),
)


@st.composite
def sequences(draw: st.DrawFn) -> Sequence:
    """Any sequence of up to 8 lifelines and 14 messages."""
    ids = [str(number) for number in range(draw(st.integers(1, 8)))]
    lifelines = tuple(Lifeline(id_, draw(labels), draw(st.sampled_from(["ae", "activity", "actor"]))) for id_ in ids)
    one = st.builds(
        Message,
        source=st.sampled_from(ids),
        target=st.sampled_from(ids),
        label=labels,
        style=st.sampled_from(["association", "message", "response", "local"]),
        note=st.one_of(st.just(""), labels),
    )
    return Sequence(lifelines, tuple(draw(st.lists(one, max_size=14))))


def drawn(sequence: Sequence) -> Figure:
    return read(sequence_svg(sequence, "Sequence", "sequence"))


def letters(text: str) -> str:
    return clean(text).replace(" ", "")


def lifelines(figure: Figure, sequence: Sequence) -> dict[str, Element]:
    found = [line for line in figure.root.iter(f"{SVG}line") if line.get("class") == "dg-lifeline"]
    return dict(zip((line.id for line in sequence.lifelines), found, strict=True))


def head_of(group: Element, message: Message) -> tuple[float, float]:
    """The tip of an arrowhead: the first corner of a filled one, the middle corner of an open one."""
    polygon = group.find(f"{SVG}polygon")
    filled = message.style in ("association", "message")
    assert (polygon is not None) == filled
    if polygon is not None:
        x, y = polygon.get("points", "").split()[0].split(",")
        return float(x), float(y)
    return points(group[1].get("d", ""))[25]


def check(sequence: Sequence) -> None:
    """Everything is there, in the figure, in order; texts are clear of each other and of lifelines."""
    figure = drawn(sequence)
    verticals = lifelines(figure, sequence)
    places = {id_: value(line, "x1") for id_, line in verticals.items()}
    assert figure.extent.right <= 680
    heads = figure.groups("dg-node")
    assert [head.get("data-id") for head in heads] == [line.id for line in sequence.lifelines]
    extents = []
    for head, lifeline in zip(heads, sequence.lifelines, strict=True):
        texts = list(head.iter(f"{SVG}text"))
        assert letters("".join(text.text or "" for text in texts)) == letters(lifeline.label)
        if lifeline.kind != "actor":
            extents.append(shape_extent(head))
            assert all(extents[-1].holds(text_extent(text)) for text in texts)
        else:
            extents += [text_extent(text) for text in texts]
    assert not [pair for pair in combinations(extents, 2) if pair[0].meets(pair[1])]
    assert list(places.values()) == sorted(places.values())

    groups = figure.groups("dg-message")
    assert len(groups) == len(sequence.messages)
    above = 0.0
    written: list[Extent] = []
    for position, (group, message) in enumerate(zip(groups, sequence.messages, strict=True), 1):
        texts = list(group.iter(f"{SVG}text"))
        shown = letters("".join(text.text or "" for text in texts))
        assert shown == f"{position}.{letters(message.label)}{letters(message.note)}"
        line = points(group[0].get("d", ""))
        tip = head_of(group, message)
        assert line[0][0] == pytest.approx(places[message.source])
        assert abs(tip[0] - places[message.target]) <= 1.05
        assert abs(line[-1][0] - tip[0]) <= 8
        assert line[-1][1] == pytest.approx(tip[1])
        assert line[0][1] > above
        above = line[0][1]
        for text in texts:
            extent = text_extent(text)
            assert figure.extent.holds(extent)
            pills = [p for p in group.iter(f"{SVG}rect") if outline(p).holds(extent)]
            crossed = [x for x in places.values() if extent.left < x < extent.right]
            assert pills or not crossed
            written.append(extent)
        for x, y in line:
            assert figure.extent.left <= x <= figure.extent.right
            assert figure.extent.top <= y <= figure.extent.bottom
    assert not [pair for pair in combinations(written, 2) if pair[0].meets(pair[1])]
    assert not [pair for pair in ((a, b) for a in written for b in extents) if pair[0].meets(pair[1])]
    assert all(value(line, "y2") >= above for line in verticals.values())


@settings(max_examples=50)
@given(sequences())
def test_any_sequence_is_legible(sequence: Sequence) -> None:
    check(sequence)


@pytest.mark.parametrize(
    "sequence",
    [
        IMPORT,
        Sequence((), ()),
        Sequence(
            tuple(Lifeline(str(n), f"WORKFLOW_AE_{n}", "ae") for n in range(8)),
            tuple(
                Message(str(n % 8), str(n * 5 % 8), "N-CREATE-RQ Modality Performed Procedure Step", "message", "note")
                for n in range(40)
            ),
        ),
    ],
)
def test_known_sequences_keep_the_same_rules(sequence: Sequence) -> None:
    check(sequence)


def test_styles_tell_messages_apart() -> None:
    looks = {
        group.get("data-kind"): (
            group[0].get("stroke-dasharray") is not None,
            group.find(f"{SVG}polygon") is not None,
            value(group[0], "stroke-width"),
        )
        for group in drawn(IMPORT).groups("dg-message")
    }
    assert looks == {
        "association": (False, True, 2.0),
        "message": (False, True, 1.2),
        "response": (True, False, 1.2),
        "local": (False, False, 1.2),
    }


def test_a_loop_goes_out_and_comes_back_below() -> None:
    figure = drawn(IMPORT)
    places = {id_: value(line, "x1") for id_, line in lifelines(figure, IMPORT).items()}
    inner, last = figure.groups("dg-message")[2], figure.groups("dg-message")[5]
    for group, id_, side in ((inner, "ae", 1), (last, "tps", -1)):
        line = points(group[0].get("d", ""))
        assert max((x - places[id_]) * side for x, _ in line) == pytest.approx(24)
        assert line[-1][1] - line[0][1] == pytest.approx(14)


def test_a_short_label_makes_no_gap_and_a_long_one_does() -> None:
    def gap(label: str) -> float:
        sequence = Sequence(
            (Lifeline("a", "STORAGE", "ae"), Lifeline("b", "Store", "activity")),
            (Message("a", "b", label, "message"),),
        )
        a, b = (value(line, "x1") for line in lifelines(drawn(sequence), sequence).values())
        return b - a

    assert gap("C-STORE") == gap("C-ECHO")
    assert gap("C-STORE") < gap("N-EVENT-REPORT-RQ (Storage Commitment)") <= 260


def test_labels_over_other_lifelines_have_paper_of_their_own() -> None:
    pills = [len(list(g.iter(f"{SVG}rect"))) for g in drawn(IMPORT).groups("dg-message")]
    assert pills == [0, 0, 0, 0, 1, 0]


def test_the_description_tells_the_messages_in_order() -> None:
    figure = drawn(IMPORT)
    assert [child.tag for child in figure.root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert figure.root[1].text == (
        "Taking part: Therapist, the AE PLAN_IMPORT, the activity Treatment planning. "
        "1. The activity Treatment planning opens an association to the AE PLAN_IMPORT: Open Association "
        "(RT Plan Storage). "
        "2. The activity Treatment planning sends a message to the AE PLAN_IMPORT: C-STORE-RQ. "
        "3. The AE PLAN_IMPORT by itself: Check the plan against the patient database (refused if unknown). "
        "4. The AE PLAN_IMPORT answers the activity Treatment planning: C-STORE-RSP. "
        "5. The activity Treatment planning acts on Therapist: Tell that a plan is there. "
        "6. The activity Treatment planning by itself: Keep a copy."
    )


def test_rows_go_down_evenly() -> None:
    same = Sequence(IMPORT.lifelines, (Message("tps", "ae", "C-STORE-RQ", "message"),) * 30)
    heights = [points(group[0].get("d", ""))[0][1] for group in drawn(same).groups("dg-message")]
    assert len({round(b - a) for a, b in pairwise(heights)}) == 1
    assert drawn(same).extent.bottom < 950


def test_hostile_text_is_shown_as_text() -> None:
    sequence = Sequence((Lifeline('"><x', "</text><script>", "ae"),), (Message('"><x', '"><x', "&<b>\x00", "local"),))
    svg = sequence_svg(sequence, "<t>", "<p>")
    assert "<script" not in svg
    assert "<b>" not in svg
    check(sequence)


def test_the_same_sequence_gives_the_same_text() -> None:
    assert sequence_svg(IMPORT, "t", "p") == sequence_svg(IMPORT, "t", "p")


@pytest.mark.parametrize(
    ("sequence", "named"),
    [
        (Sequence((), (Message("a", "b", "x", "message"),)), "'a'"),
        (Sequence((Lifeline("a", "A", "ae"), Lifeline("a", "B", "ae")), ()), "'a'"),
    ],
)
def test_wrong_ids_are_refused_by_name(sequence: Sequence, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        sequence_svg(sequence, "t", "p")
