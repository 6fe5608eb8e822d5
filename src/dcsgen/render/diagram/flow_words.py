"""A data flow told in sentences, for readers who do not see the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dcsgen.render.diagram.data_flow import AeBox, DataFlow

_FILE_SETS = {"FSC": "creates File-sets on", "FSR": "reads File-sets from", "FSU": "updates File-sets on"}


def flow_in_words(flow: DataFlow) -> str:
    """Every shape and every line of a data flow, Application Entity by Application Entity."""
    sentences = [sentence for box in flow.boxes for sentence in _about(box, flow)]
    linked = {link.activity for link in flow.local_links}
    reached = {arrow.activity for arrow in flow.associations} | {link.activity for link in flow.media}
    alone = [activity.label for activity in flow.local if activity.id not in linked]
    if alone:
        sentences.append(f"No AE is linked with {_activities('local', alone)}.")
    alone = [activity.label for activity in flow.remote if activity.id not in reached]
    if alone:
        sentences.append(f"No AE is linked with {_activities('remote', alone)}.")
    return " ".join(sentences)


def _about(box: AeBox, flow: DataFlow) -> Iterator[str]:
    """The sentences about one Application Entity; the first one names it in full."""
    local = {activity.id: activity.label for activity in flow.local}
    remote = {activity.id: activity.label for activity in flow.remote}
    name = f"AE {box.label}"
    served = [local[link.activity] for link in flow.local_links if link.ae == box.id]
    caption = f" ({box.caption})" if box.caption else ""
    work = f"works for {_activities('local', served)}" if served else "has no local activity"
    yield f"{name}{caption} {work}."
    opened = [a for a in flow.associations if a.ae == box.id]
    to = [remote[arrow.activity] for arrow in opened if arrow.initiator in ("ae", "both")]
    if to:
        yield f"{name} initiates associations to {listed(to)}."
    by = [remote[arrow.activity] for arrow in opened if arrow.initiator in ("remote", "both")]
    if by:
        yield f"{name} accepts associations from {listed(by)}."
    for link in flow.media:
        if link.ae == box.id:
            way = f", linked to {remote[link.activity]}" if link.activity else ""
            yield f"{name} {_FILE_SETS[link.role]} the medium {link.medium}{way}."


def _activities(side: str, names: Sequence[str]) -> str:
    return f"the {side} {'activity' if len(set(names)) == 1 else 'activities'} {listed(names)}"


def listed(names: Sequence[str]) -> str:
    """Names in a row, each once: `a`, `a and b`, `a, b and c`."""
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} and {last}" if first else last
