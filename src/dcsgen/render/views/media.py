"""Views of media: Application Profiles with roles and contents, File Meta Information, own profiles (PS3.2 A.5)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.words import ProfileKind
from dcsgen.model import Capability, MediaService, OwnApplicationProfile, SopClass, TransferSyntax
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.entities import FactRow


class ContentView(Struct, frozen=True):
    """SOP Classes that have the same Transfer Syntaxes on the medium."""

    name: str
    sop_classes: tuple[SopClass, ...]
    transfer_syntaxes: tuple[TransferSyntax, ...]
    description: str


class MediaServiceView(Struct, frozen=True, kw_only=True):
    """What an Application Entity does under one Application Profile.

    `profile` is the identifier of the profile, `kind` how it relates to the standard. `activities` are the names of the
    Real-World Activities, the local one first; `descriptions` what they are.
    """

    id: str
    title: str
    service: MediaService
    profile: str
    kind: str
    roles: tuple[str, ...]
    activities: tuple[str, ...]
    descriptions: tuple[str, ...]
    contents: tuple[ContentView, ...]


class FileMetaView(Struct, frozen=True):
    """What an Application Entity writes into the File Meta Information; `private` says what its private part is."""

    owner: str
    rows: tuple[FactRow, ...]
    private: str


class OwnProfileView(Struct, frozen=True):
    """An Augmented or Private Application Profile; `kind` in words, `augmentations` with what they are of."""

    id: str
    kind: str
    base: str
    profile: OwnApplicationProfile
    augmentations: tuple[FactRow, ...]


class MediaEntityView(Struct, frozen=True, kw_only=True):
    """An Application Entity for media: what it is for, its services, its File Meta Information."""

    id: str
    name: str
    title: str
    function: str
    services: tuple[MediaServiceView, ...]
    file_meta: tuple[FileMetaView, ...]


class MediaView(Struct, frozen=True, kw_only=True):
    """All about media. `stated` is false if there is nothing to print."""

    stated: bool
    services: tuple[MediaServiceView, ...]
    file_meta: tuple[FileMetaView, ...]
    profiles: tuple[OwnProfileView, ...]
    entities: tuple[MediaEntityView, ...]
    augmented: tuple[OwnProfileView, ...]
    private: tuple[OwnProfileView, ...]


def media(capability: Capability) -> MediaView:
    """The media services, File Meta Information and own profiles, in the order of the description."""
    services = tuple(_service(key, service, capability) for key, service in capability.media.items())
    file_meta = _file_meta(capability)
    profiles = tuple(_profile(key, profile) for key, profile in capability.application_profiles.items())
    stated = bool(
        services or profiles or any(e.file_meta_information for e in capability.application_entities.values())
    )
    file_meta = file_meta if stated else ()
    return MediaView(
        stated=stated,
        services=services,
        file_meta=file_meta,
        profiles=profiles,
        entities=_entities(capability, services, file_meta),
        augmented=tuple(view for view in profiles if view.profile.kind is not ProfileKind.PRIVATE),
        private=tuple(view for view in profiles if view.profile.kind is ProfileKind.PRIVATE),
    )


def _entities(
    capability: Capability, services: tuple[MediaServiceView, ...], file_meta: tuple[FileMetaView, ...]
) -> tuple[MediaEntityView, ...]:
    """The Application Entities that use media, in the order of the description."""
    using = {view.service.application_entity for view in services}
    return tuple(
        MediaEntityView(
            id=name,
            name=name,
            title=entity.title,
            function=entity.function,
            services=tuple(view for view in services if view.service.application_entity == name),
            file_meta=tuple(view for view in file_meta if view.owner == name),
        )
        for name, entity in capability.application_entities.items()
        if name in using
    )


def _service(key: str, service: MediaService, capability: Capability) -> MediaServiceView:
    named = (service.local_activity, service.remote_activity)
    activities = [capability.real_world_activities[name] for name in named if name]
    profile = service.profile
    return MediaServiceView(
        id=key,
        title=service.title or f"{service.application_entity}, {profile.id}",
        service=service,
        profile=profile.id,
        kind=wording.retired(wording.profile_kind(profile.kind, profile.base, known=profile.known), profile.retired),
        roles=tuple(phrases.FILE_SET_ROLES[role] for role in service.roles),
        activities=tuple(activity.name for activity in activities),
        descriptions=tuple(activity.description for activity in activities if activity.description),
        contents=tuple(
            ContentView(name, content.sop_classes, content.transfer_syntaxes, content.description)
            for name, content in service.contents.items()
        ),
    )


def _file_meta(capability: Capability) -> tuple[FileMetaView, ...]:
    """The File Meta Information of those who use media or state it; what Associations say holds for files too."""
    using = {service.application_entity for service in capability.media.values()}
    found = []
    for name, entity in capability.application_entities.items():
        meta, association = entity.file_meta_information, entity.association
        if meta is None and name not in using:
            continue
        uid, version = association.implementation_class_uid, association.implementation_version_name
        own = (meta.implementation_class_uid, meta.implementation_version_name) if meta else ("", "")
        rows = [
            FactRow(
                _("Source Application Entity Title"), (meta.source_ae_title if meta else "") or phrases.not_stated()
            ),
            FactRow(_("Implementation Class UID"), own[0] or uid or phrases.not_stated()),
            FactRow(_("Implementation Version Name"), own[1] or version or phrases.not_stated()),
        ]
        if meta and meta.private_information_creator_uid:
            rows.append(FactRow(_("Private Information Creator UID"), meta.private_information_creator_uid))
        found.append(FileMetaView(name, tuple(rows), meta.private_information if meta else ""))
    return tuple(found)


def _profile(key: str, profile: OwnApplicationProfile) -> OwnProfileView:
    augmentations = (
        FactRow(_("SOP Classes"), profile.sop_class_augmentations),
        FactRow(_("Directory"), profile.directory_augmentations),
        FactRow(_("Other"), profile.other_augmentations),
    )
    return OwnProfileView(
        id=key,
        kind=phrases.PROFILE_KINDS[profile.kind],
        base=profile.base.id if profile.base else "",
        profile=profile,
        augmentations=tuple(row for row in augmentations if row.value),
    )
