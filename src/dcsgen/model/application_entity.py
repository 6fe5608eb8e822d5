"""Application Entities and how they set up Associations (PS3.2 A.4.2, N.7.2)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.words import AcceptedTitles

DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1"
"""The one application context name that PS3.7 A.2.1 defines."""


class AssociationLimit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many Associations at a time in one direction; None is "not stated", "unlimited" is no limit."""

    max_associations: int | str | None = None
    description: str = ""


class AsynchronousWindow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Outstanding operations that are negotiated (PS3.7 D.3.3.3); 0 means unlimited, 1 is synchronous."""

    invoked: int = 1
    performed: int = 1
    description: str = ""


class Rejection(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """When an Association is rejected; the key is result, source and reason as PS3.8 9.3.4 numbers them: `1.1.7`."""

    condition: str


class AssociationPolicy(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an Application Entity does when Associations are established. PDU lengths are in bytes, 0 is unlimited."""

    application_context: str = DICOM_APPLICATION_CONTEXT
    max_pdu_received: int | None = None
    max_pdu_sent: int | None = None
    as_initiator: AssociationLimit | None = None
    as_acceptor: AssociationLimit | None = None
    asynchronous_window: AsynchronousWindow | None = None
    implementation_class_uid: str = ""
    implementation_version_name: str = ""
    accepted_called_ae_titles: AcceptedTitles | tuple[str, ...] | None = None
    accepted_calling_ae_titles: AcceptedTitles | tuple[str, ...] | None = None
    rejections: dict[str, Rejection] = field(default_factory=dict)
    description: str = ""


class FileMetaInformation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is written into the File Meta Information of files (PS3.10 7.1), where Associations do not say it."""

    source_ae_title: str = ""
    implementation_class_uid: str = ""
    implementation_version_name: str = ""
    private_information_creator_uid: str = ""
    private_information: str = ""


class ApplicationEntity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Application Entity; its key in the description is its name in the document, `title` says it in words."""

    title: str = ""
    function: str
    association: AssociationPolicy = AssociationPolicy()
    file_meta_information: FileMetaInformation | None = None
