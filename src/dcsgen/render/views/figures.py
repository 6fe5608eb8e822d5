"""Views of the diagrams: the data flow and the sequences of a Capability, drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from dcsgen.base.standard import media_profiles
from dcsgen.base.words import Initiator, Side, WebRole
from dcsgen.model import Capability, MediaService, Sequence
from dcsgen.render.diagram.data_flow import (
    ActivityCircle,
    AeBox,
    AssociationArrow,
    DataFlow,
    LocalLink,
    MediumLink,
    data_flow_svg,
)
from dcsgen.render.diagram.sequence import Lifeline, Message, sequence_svg
from dcsgen.render.diagram.sequence import Sequence as Drawing
from dcsgen.render.language import _

_ARROWS: dict[Initiator, Literal["ae", "remote", "both"]] = {
    Initiator.SELF: "ae",
    Initiator.PEER: "remote",
    Initiator.EITHER: "both",
}


class SequenceView(Struct, frozen=True):
    """A sequence diagram with the text that belongs to it.

    `owner` is the first Application Entity of the description that takes part, empty if none does.
    """

    id: str
    title: str
    description: str
    svg: Markup
    owner: str


def data_flow(capability: Capability) -> DataFlow:
    """The application data flow of a Capability (PS3.2 5.1): who is joined with whom, and who initiates."""
    activities = capability.real_world_activities
    links: dict[tuple[str, str], None] = {}
    arrows: dict[tuple[str, str], Initiator] = {}
    for service in capability.services.values():
        ae = service.application_entity
        if service.local_activity:
            links[service.local_activity, ae] = None
        if service.remote_activity:
            key = (ae, service.remote_activity)
            arrows[key] = _joined(arrows.get(key), service.opened_by)
    for web in capability.web_services.values():
        if web.local_activity:
            links[web.local_activity, web.application_entity] = None
        if web.remote_activity:
            key = (web.application_entity, web.remote_activity)
            asks = web.role is WebRole.USER_AGENT
            arrows[key] = _joined(arrows.get(key), Initiator.SELF if asks else Initiator.PEER)
    for media in capability.media.values():
        if media.local_activity:
            links[media.local_activity, media.application_entity] = None
    mediums = _mediums(capability.media.values())
    used = {activity for activity, _ in links} | {activity for _, activity in arrows}
    used |= {link.activity for link in mediums}
    circles = {
        side: tuple(
            ActivityCircle(id=key, label=a.name) for key, a in activities.items() if a.side is side and key in used
        )
        for side in Side
    }
    return DataFlow(
        boxes=tuple(
            AeBox(id=name, label=name, caption=ae.title) for name, ae in capability.application_entities.items()
        ),
        local=circles[Side.LOCAL],
        remote=circles[Side.REMOTE],
        local_links=tuple(LocalLink(activity=activity, ae=ae) for activity, ae in links),
        associations=tuple(
            AssociationArrow(ae=ae, activity=activity, initiator=_ARROWS[initiator])
            for (ae, activity), initiator in arrows.items()
        ),
        media=mediums,
    )


def _mediums(services: Iterable[MediaService]) -> tuple[MediumLink, ...]:
    """Who uses which medium in which role; a medium is named as the profile has it."""
    links: dict[MediumLink, None] = {}
    for service in services:
        facts = media_profiles.by_id(service.profile.base or service.profile.id)
        medium = _("DICOM Storage Medium") + (f" ({facts.medium})" if facts and facts.medium else "")
        for role in service.roles:
            links[MediumLink(service.application_entity, role.value, medium, service.remote_activity)] = None
    return tuple(links)


def _joined(before: Initiator | None, now: Initiator) -> Initiator:
    return now if before in (None, now) else Initiator.EITHER


def data_flow_figure(capability: Capability) -> Markup:
    """The application data flow diagram as SVG; nothing without Application Entities."""
    if not capability.application_entities:
        return Markup("")
    title = _("Application data flow of %(product)s", product=capability.product.name)
    return Markup(data_flow_svg(data_flow(capability), title, "data-flow"))


def sequences(capability: Capability) -> tuple[SequenceView, ...]:
    """The sequences of activities, in the order of the description."""
    return tuple(
        SequenceView(
            id=key,
            title=sequence.title,
            description=sequence.description,
            svg=Markup(sequence_svg(_drawing(sequence, capability), sequence.title, f"sequence-{key}")),
            owner=_owner(sequence, capability),
        )
        for key, sequence in (capability.sequences or {}).items()
    )


def _owner(sequence: Sequence, capability: Capability) -> str:
    ends = {end for step in sequence.steps for end in (step.source, step.target)}
    return next((name for name in capability.application_entities if name in ends), "")


def _drawing(sequence: Sequence, capability: Capability) -> Drawing:
    ends = dict.fromkeys(end for step in sequence.steps for end in (step.source, step.target))
    return Drawing(
        lifelines=tuple(_lifeline(end, capability) for end in ends),
        messages=tuple(
            Message(source=s.source, target=s.target, label=s.message, style=s.kind.value, note=s.note)
            for s in sequence.steps
        ),
    )


def _lifeline(end: str, capability: Capability) -> Lifeline:
    if end in capability.application_entities:
        return Lifeline(id=end, label=end, kind="ae")
    if end in capability.real_world_activities:
        return Lifeline(id=end, label=capability.real_world_activities[end].name, kind="activity")
    return Lifeline(id=end, label=end, kind="actor")
