"""What Application Entities do with File-sets on media, under which Application Profiles (PS3.2 A.5, N.5.4)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.words import FileSetRole, ProfileKind
from dcsgen.model.sop_class import SopClass, TransferSyntax


class ApplicationProfile(Struct, frozen=True, omit_defaults=True):
    """An Application Profile by its identifier in PS3.11 or the vendor's.

    `base` is the identifier of the Standard one that an Augmented or Private one was made from. `known` is false for an
    identifier that neither PS3.11 nor the description has.
    """

    id: str
    kind: ProfileKind = ProfileKind.STANDARD
    base: str = ""
    retired: bool = False
    known: bool = True


class MediaContent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """SOP Classes that have the same Transfer Syntaxes in the File-set."""

    sop_classes: tuple[SopClass, ...]
    transfer_syntaxes: tuple[TransferSyntax, ...]
    description: str = ""


class MediaService(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one Application Entity does with File-sets under one Application Profile.

    The natural key of what it says is (application entity, profile, role). Without roles, none are stated.
    """

    title: str = ""
    application_entity: str
    profile: ApplicationProfile
    roles: tuple[FileSetRole, ...] = ()
    local_activity: str = ""
    remote_activity: str = ""
    contents: dict[str, MediaContent] = field(default_factory=dict)
    options: str = ""
    option: str = ""
    behaviour: str = ""


class OwnApplicationProfile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Augmented or Private Application Profile; the key is its identifier (PS3.2 7.4, A.5.3)."""

    name: str
    kind: ProfileKind
    base: ApplicationProfile | None = None
    sop_class_augmentations: str = ""
    directory_augmentations: str = ""
    other_augmentations: str = ""
    description: str = ""
