"""Data flows for tests: a radiotherapy product, a large one, and any one that hypothesis can think of."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from dcsgen.render.diagram.data_flow import (
    ActivityCircle,
    AeBox,
    AssociationArrow,
    DataFlow,
    LocalLink,
    MediumLink,
)

RADIOTHERAPY = DataFlow(
    boxes=(
        AeBox("plan", "PLAN_IMPORT", "Import of prescriptions"),
        AeBox("image", "IMAGE_IMPORT", "Import of reference images"),
        AeBox("record", "RECORD_EXPORT"),
    ),
    local=(ActivityCircle("review", "Plan review"), ActivityCircle("setup", "Patient set-up")),
    remote=(ActivityCircle("planning", "Treatment planning"), ActivityCircle("ois", "Oncology information system")),
    local_links=(LocalLink("review", "plan"), LocalLink("setup", "image"), LocalLink("setup", "plan")),
    associations=(
        AssociationArrow("plan", "planning", "remote"),
        AssociationArrow("image", "planning", "both"),
        AssociationArrow("record", "ois", "ae"),
    ),
)

MEDIA = DataFlow(
    boxes=(AeBox("out", "MEDIA_EXPORT"), AeBox("in", "MEDIA_IMPORT")),
    local=(ActivityCircle("burn", "Burn a disc"),),
    remote=(ActivityCircle("archive", "Archive"), ActivityCircle("view", "View elsewhere")),
    local_links=(LocalLink("burn", "out"),),
    associations=(AssociationArrow("out", "archive", "ae"),),
    media=(
        MediumLink("out", "FSC", "CD-R", "view"),
        MediumLink("in", "FSR", "CD-R", "view"),
        MediumLink("in", "FSU", "USB memory", "archive"),
    ),
)


def large(boxes: int, activities: int, cross_links: int) -> DataFlow:
    """Many shapes, each activity with one Application Entity, and links across in a fixed disorder."""
    draw = random.Random(boxes * 100 + activities)
    ids = [str(number) for number in range(activities)]
    homes = [str(number * boxes // activities) for number in range(activities)]

    def anybody() -> str:
        return str(draw.randrange(boxes))

    return DataFlow(
        boxes=tuple(
            AeBox(str(number), f"STORAGE_AE_{number}", "Keeps images" * (number % 2)) for number in range(boxes)
        ),
        local=tuple(ActivityCircle(id_, f"Review treatment {id_}") for id_ in ids),
        remote=tuple(ActivityCircle(id_, f"Transfer of performed procedure steps {id_}") for id_ in ids),
        local_links=(
            *(LocalLink(id_, home) for id_, home in zip(ids, homes, strict=True)),
            *(LocalLink(draw.choice(ids), anybody()) for _ in range(cross_links)),
        ),
        associations=(
            *(AssociationArrow(home, id_, "both") for id_, home in zip(ids, homes, strict=True)),
            *(AssociationArrow(anybody(), draw.choice(ids), "ae") for _ in range(cross_links)),
        ),
    )


_WORDS = st.lists(
    st.sampled_from(
        ["Store", "Verify", "treatment", "records", "PLAN_IMPORT", "Bestrahlungsprotokollübertragung", "of", "a",
         "C-STORE", "W" * 16, "x" * 30, "<script>", "&amp;", "治療計画"]
    ),
    max_size=7,
).map(" ".join)  # fmt: skip
labels = st.one_of(_WORDS, st.text(max_size=40))


@st.composite
def flows(draw: st.DrawFn) -> DataFlow:
    """A data flow of 1 to 12 Application Entities with any labels and links."""
    boxes = [str(number) for number in range(draw(st.integers(1, 12)))]
    local = [str(number) for number in range(draw(st.integers(0, 10)))]
    remote = [str(number) for number in range(draw(st.integers(0, 14)))]
    media = ["CD-R", "A USB memory that nobody will find again"][: draw(st.integers(0, 2))]

    def some(*choices: list[str]) -> st.SearchStrategy[list[tuple[str, ...]]]:
        if not all(choices):
            return st.just([])
        return st.lists(st.tuples(*(st.sampled_from(choice) for choice in choices)), max_size=20)

    return DataFlow(
        boxes=tuple(AeBox(id_, draw(labels), draw(labels)) for id_ in boxes),
        local=tuple(ActivityCircle(id_, draw(labels)) for id_ in local),
        remote=tuple(ActivityCircle(id_, draw(labels)) for id_ in remote),
        local_links=tuple(LocalLink(*link) for link in draw(some(local, boxes))),
        associations=tuple(AssociationArrow(*link) for link in draw(some(boxes, remote, ["ae", "remote", "both"]))),
        media=tuple(MediumLink(*link) for link in draw(some(boxes, ["FSC", "FSR", "FSU"], media, ["", *remote]))),
    )
