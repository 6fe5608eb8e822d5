"""Views of Application Entities: SOP Classes per role, policies, activities with their Presentation Contexts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dcsgen.base.words import Initiator, Role
from dcsgen.model import (
    ApplicationEntity,
    AssociationLimit,
    AssociationPolicy,
    Capability,
    LocalAddress,
    Service,
    SopClass,
)
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.rejections import RejectionRow, rejections
from dcsgen.render.views.service_view import Context, ServiceView, contexts, service_view


class ActivityView(Struct, frozen=True):
    """What one AE does for one Real-World Activity in one direction."""

    id: str
    name: str
    description: str
    remote_name: str
    remote_description: str
    triggers: tuple[str, ...]
    contexts: tuple[Context, ...]
    services: tuple[ServiceView, ...]


class FactRow(Struct, frozen=True):
    """A line of a table of two columns: what, and its value."""

    name: str
    value: str


class SopClassRow(Struct, frozen=True):
    """A SOP Class of one role, with how the product conforms to it in words (PS3.2 7.3)."""

    name: str
    uid: str
    conformance: str


class SopClassUse(Struct, frozen=True):
    """A SOP Class of an Application Entity, with the roles in which it is supported."""

    name: str
    uid: str
    scu: bool
    scp: bool
    conformance: str


class AeView(Struct, frozen=True):
    """An Application Entity with everything that its sections print.

    `as_initiator` and `as_acceptor` say in words how many Associations there are; empty if nothing is stated and no
    service uses the direction. `max_as_initiator` and `max_as_acceptor` say it as a number. `accepted_titles` are the
    rules for AE Titles of an acceptor. `sequences` are the ids of the sequences that the Application Entity is in.
    `associates` says whether it has a service over DIMSE or says anything about Associations. `parameters` are all
    those of its Associations, `own_parameters` those that other Application Entities do not share.
    """

    id: str
    name: str
    title: str
    function: str
    ae: ApplicationEntity
    association: AssociationPolicy
    general: tuple[FactRow, ...]
    identification: tuple[FactRow, ...]
    as_initiator: str
    as_acceptor: str
    address: LocalAddress | None
    sop_classes_as_scu: tuple[SopClassRow, ...]
    sop_classes_as_scp: tuple[SopClassRow, ...]
    initiated: tuple[ActivityView, ...]
    accepted: tuple[ActivityView, ...]
    sop_classes: tuple[SopClassUse, ...]
    max_as_initiator: str
    max_as_acceptor: str
    asynchronous: tuple[FactRow, ...]
    accepted_titles: tuple[FactRow, ...]
    sequences: tuple[str, ...]
    associates: bool
    rejections: tuple[RejectionRow, ...] = ()
    parameters: tuple[FactRow, ...] = ()
    own_parameters: tuple[FactRow, ...] = ()


def entities(capability: Capability) -> tuple[AeView, ...]:
    """The Application Entities in the order of the description."""
    return tuple(_entity(name, ae, capability) for name, ae in capability.application_entities.items())


def network_entities(every: Iterable[AeView], capability: Capability) -> tuple[AeView, ...]:
    """Those of `every` Application Entity that are not for media, the web or video alone."""
    other = {media.application_entity for media in capability.media.values()}
    other |= {web.application_entity for web in capability.web_services.values()}
    other |= {video.application_entity for video in capability.real_time_video.values()}
    return tuple(view for view in every if view.associates or view.name not in other)


def services_of(every: Iterable[AeView]) -> dict[str, ServiceView]:
    """The services of Application Entities by their keys, in the order of the activities that they belong to."""
    return {view.id: view for ae in every for activity in (*ae.initiated, *ae.accepted) for view in activity.services}


def _entity(name: str, ae: ApplicationEntity, capability: Capability) -> AeView:
    services = {key: s for key, s in capability.services.items() if s.application_entity == name}
    policy = ae.association
    initiated = _activities(services, capability, Initiator.SELF)
    accepted = _activities(services, capability, Initiator.PEER)
    return AeView(
        id=name,
        name=name,
        title=ae.title,
        function=ae.function,
        ae=ae,
        association=policy,
        general=_general(policy),
        identification=(
            FactRow(_("Implementation Class UID"), policy.implementation_class_uid or phrases.not_stated()),
            FactRow(_("Implementation Version Name"), policy.implementation_version_name or phrases.not_stated()),
        ),
        as_initiator=_number(policy.as_initiator, bool(initiated)),
        as_acceptor=_number(policy.as_acceptor, bool(accepted)),
        address=capability.configuration.local.get(name),
        sop_classes_as_scu=_sop_classes(services.values(), Role.SCU),
        sop_classes_as_scp=_sop_classes(services.values(), Role.SCP),
        initiated=initiated,
        accepted=accepted,
        sop_classes=_all_sop_classes(services.values()),
        max_as_initiator=_maximum(policy.as_initiator, bool(initiated)),
        max_as_acceptor=_maximum(policy.as_acceptor, bool(accepted)),
        asynchronous=_asynchronous(policy),
        accepted_titles=_accepted_titles(policy) if accepted or policy.as_acceptor else (),
        sequences=tuple(
            key
            for key, sequence in (capability.sequences or {}).items()
            if any(name in (step.source, step.target) for step in sequence.steps)
        ),
        associates=bool(services) or policy != AssociationPolicy(),
        rejections=rejections(policy),
    )


def _maximum(limit: AssociationLimit | None, used: bool) -> str:
    """The limit of a direction that is used or stated, as a number; empty otherwise."""
    if not limit and not used:
        return ""
    return wording.at_most(limit.max_associations if limit else None) or phrases.not_stated()


def _asynchronous(policy: AssociationPolicy) -> tuple[FactRow, ...]:
    window = policy.asynchronous_window
    invoked = wording.operations(window.invoked) if window else phrases.not_stated()
    performed = wording.operations(window.performed) if window else phrases.not_stated()
    return (
        FactRow(_("Maximum number of outstanding operations invoked"), invoked),
        FactRow(_("Maximum number of outstanding operations performed"), performed),
    )


def _accepted_titles(policy: AssociationPolicy) -> tuple[FactRow, ...]:
    return (
        FactRow(_("Called AE Titles that are accepted"), wording.titles(policy.accepted_called_ae_titles)),
        FactRow(_("Calling AE Titles that are accepted"), wording.titles(policy.accepted_calling_ae_titles)),
    )


def _number(limit: AssociationLimit | None, used: bool) -> str:
    """How many Associations there are in a direction that is used or stated, in words."""
    return wording.associations(limit.max_associations if limit else None) if limit or used else ""


def _general(policy: AssociationPolicy) -> tuple[FactRow, ...]:
    rows = [
        FactRow(_("Application Context Name"), policy.application_context),
        FactRow(_("Maximum PDU length received"), wording.pdu(policy.max_pdu_received)),
        FactRow(_("Maximum PDU length sent"), wording.pdu(policy.max_pdu_sent)),
    ]
    if policy.as_acceptor is not None:
        rows += _accepted_titles(policy)
    return tuple(rows)


def _sop_classes(services: Iterable[Service], role: Role) -> tuple[SopClassRow, ...]:
    found = {sop.uid: sop for s in services if s.role in (role, Role.BOTH) for sop in s.sop_classes}
    return tuple(SopClassRow(sop.name, uid, phrases.SOP_CLASS_KINDS[sop.kind]) for uid, sop in found.items())


def _all_sop_classes(services: Iterable[Service]) -> tuple[SopClassUse, ...]:
    """The SOP Classes of both roles, in the order of their first mention."""
    held: dict[str, set[Role]] = {}
    classes: dict[str, SopClass] = {}
    for service in services:
        for sop in service.sop_classes:
            classes.setdefault(sop.uid, sop)
            held.setdefault(sop.uid, set()).add(service.role)
    return tuple(
        SopClassUse(
            sop.name,
            uid,
            bool(held[uid] & {Role.SCU, Role.BOTH}),
            bool(held[uid] & {Role.SCP, Role.BOTH}),
            phrases.SOP_CLASS_KINDS[sop.kind],
        )
        for uid, sop in classes.items()
    )


def _activities(services: dict[str, Service], capability: Capability, initiator: Initiator) -> tuple[ActivityView, ...]:
    """Services by the activity that they belong to, in the order of their first mention."""
    groups: dict[tuple[str, str], list[str]] = {}
    for key, service in services.items():
        if service.opened_by in (initiator, Initiator.EITHER):
            # Without an activity a service stands for itself, so that it is still printed.
            activity = service.local_activity or service.remote_activity or f"\0{key}"
            groups.setdefault((activity, ""), []).append(key)
    return tuple(_activity(keys, capability) for keys in groups.values())


def _activity(keys: Sequence[str], capability: Capability) -> ActivityView:
    activities = capability.real_world_activities
    services = [capability.services[key] for key in keys]
    first = services[0]
    local = activities.get(first.local_activity)
    remotes = {s.remote_activity: activities[s.remote_activity] for s in services if s.remote_activity in activities}
    shown = local or next(iter(remotes.values()), None)
    return ActivityView(
        id=first.local_activity or first.remote_activity or keys[0],
        name=shown.name if shown else wording.service_title(keys[0], first),
        description=shown.description if shown else "",
        remote_name=" / ".join(remote.name for remote in remotes.values() if remote is not shown),
        remote_description="\n\n".join(r.description for r in remotes.values() if r is not shown and r.description),
        triggers=tuple(activities[name].name for name in (local.triggered_by if local else ()) if name not in remotes),
        contexts=tuple(context for service in services for context in contexts(service)),
        services=tuple(service_view(key, capability) for key in keys),
    )
