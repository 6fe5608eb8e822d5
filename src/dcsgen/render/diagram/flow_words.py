"""A data flow told in sentences, for readers who do not see the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.render.language import N_, Words, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dcsgen.render.diagram.data_flow import AeBox, DataFlow

_ON_MEDIUM = Words(
    {
        "FSC": N_("%(entity)s creates File-sets on the medium %(medium)s."),
        "FSR": N_("%(entity)s reads File-sets from the medium %(medium)s."),
        "FSU": N_("%(entity)s updates File-sets on the medium %(medium)s."),
    }
)
_ON_LINKED_MEDIUM = Words(
    {
        "FSC": N_("%(entity)s creates File-sets on the medium %(medium)s, linked to %(activity)s."),
        "FSR": N_("%(entity)s reads File-sets from the medium %(medium)s, linked to %(activity)s."),
        "FSU": N_("%(entity)s updates File-sets on the medium %(medium)s, linked to %(activity)s."),
    }
)


def flow_in_words(flow: DataFlow) -> str:
    """Every shape and every line of a data flow, Application Entity by Application Entity."""
    sentences = [sentence for box in flow.boxes for sentence in _about(box, flow)]
    linked = {link.activity for link in flow.local_links}
    reached = {arrow.activity for arrow in flow.associations} | {link.activity for link in flow.media}
    alone = [activity.label for activity in flow.local if activity.id not in linked]
    if alone:
        sentences.append(
            ngettext(
                "No AE is linked with the local activity %(activities)s.",
                "No AE is linked with the local activities %(activities)s.",
                _different(alone),
                activities=listed(alone),
            )
        )
    alone = [activity.label for activity in flow.remote if activity.id not in reached]
    if alone:
        sentences.append(
            ngettext(
                "No AE is linked with the remote activity %(activities)s.",
                "No AE is linked with the remote activities %(activities)s.",
                _different(alone),
                activities=listed(alone),
            )
        )
    return " ".join(sentences)


def _about(box: AeBox, flow: DataFlow) -> Iterator[str]:
    """The sentences about one Application Entity; the first one names it in full."""
    local = {activity.id: activity.label for activity in flow.local}
    remote = {activity.id: activity.label for activity in flow.remote}
    name = f"AE {box.label}"
    served = [local[link.activity] for link in flow.local_links if link.ae == box.id]
    full = f"{name} ({box.caption})" if box.caption else name
    if served:
        yield ngettext(
            "%(entity)s works for the local activity %(activities)s.",
            "%(entity)s works for the local activities %(activities)s.",
            _different(served),
            entity=full,
            activities=listed(served),
        )
    else:
        yield _("%(entity)s has no local activity.", entity=full)
    opened = [a for a in flow.associations if a.ae == box.id]
    to = [remote[arrow.activity] for arrow in opened if arrow.initiator in ("ae", "both")]
    if to:
        yield _("%(entity)s initiates associations to %(activities)s.", entity=name, activities=listed(to))
    by = [remote[arrow.activity] for arrow in opened if arrow.initiator in ("remote", "both")]
    if by:
        yield _("%(entity)s accepts associations from %(activities)s.", entity=name, activities=listed(by))
    for link in flow.media:
        if link.ae == box.id:
            message = (_ON_LINKED_MEDIUM if link.activity else _ON_MEDIUM)[link.role]
            yield message % {"entity": name, "medium": link.medium, "activity": remote.get(link.activity, "")}


def _different(names: Sequence[str]) -> int:
    return len(set(names))


def listed(names: Sequence[str]) -> str:
    """Names in a row, each once: `a`, `a and b`, `a, b and c`."""
    *first, last = dict.fromkeys(names)
    return _("%(others)s and %(last)s", others=", ".join(first), last=last) if first else last
