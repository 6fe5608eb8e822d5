"""The Capability: frozen, typed, every record with a natural key."""

from dcsgen.model.activity import RealWorldActivity, Sequence, Step
from dcsgen.model.application_entity import (
    ApplicationEntity,
    AssociationLimit,
    AssociationPolicy,
    AsynchronousWindow,
    FileMetaInformation,
    Rejection,
)
from dcsgen.model.attribute_mapping import (
    AeMappedAttribute,
    AeMapping,
    AttributeMapping,
    MappedAttribute,
    MappedModule,
    Target,
)
from dcsgen.model.capability import Capability, decode, encode
from dcsgen.model.character_sets import CharacterSets, Conversion
from dcsgen.model.communication import Communication, Stack
from dcsgen.model.configuration import Configuration, LocalAddress, Parameter, RemoteAddress
from dcsgen.model.content import (
    AttributeFlow,
    ContentItem,
    ContextCode,
    ContextGroup,
    GrayscaleConsistency,
    SrTemplate,
)
from dcsgen.model.created import CommonFunctionalGroup, CommonModule, CreatedAttribute, FunctionalGroup
from dcsgen.model.extensions import ExtendedSopClass, PrivateAttribute, PrivateTransferSyntax
from dcsgen.model.identity import Document, Product, Reference, Revision
from dcsgen.model.integration import IheActor, IheProfile, RealTimeVideo, VideoResolution
from dcsgen.model.iod import AppliedModule, Iod
from dcsgen.model.media import ApplicationProfile, MediaContent, MediaService, OwnApplicationProfile
from dcsgen.model.security import (
    AuditField,
    AuditMessage,
    AuditTrail,
    DeIdentification,
    LdapAttribute,
    SecureTransport,
    Security,
    SecurityProfile,
    SecurityUse,
    SystemManagement,
)
from dcsgen.model.service import CommunicationFailure, Service
from dcsgen.model.service_attributes import OperationAttribute, QueryKey, ServiceOperation
from dcsgen.model.service_rules import Coercion, FailureReason, Limit, Transcoding
from dcsgen.model.sop_class import SopClass, TransferSyntax
from dcsgen.model.status import Element, Status, StatusTable
from dcsgen.model.web_service import (
    WebAttribute,
    WebMediaType,
    WebParameter,
    WebResource,
    WebService,
    WebServiceType,
    WebStatus,
    WebTransaction,
)

__all__ = [
    "AeMappedAttribute",
    "AeMapping",
    "ApplicationEntity",
    "ApplicationProfile",
    "AppliedModule",
    "AssociationLimit",
    "AssociationPolicy",
    "AsynchronousWindow",
    "AttributeFlow",
    "AttributeMapping",
    "AuditField",
    "AuditMessage",
    "AuditTrail",
    "Capability",
    "CharacterSets",
    "Coercion",
    "CommonFunctionalGroup",
    "CommonModule",
    "Communication",
    "CommunicationFailure",
    "Configuration",
    "ContentItem",
    "ContextCode",
    "ContextGroup",
    "Conversion",
    "CreatedAttribute",
    "DeIdentification",
    "Document",
    "Element",
    "ExtendedSopClass",
    "FailureReason",
    "FileMetaInformation",
    "FunctionalGroup",
    "GrayscaleConsistency",
    "IheActor",
    "IheProfile",
    "Iod",
    "LdapAttribute",
    "Limit",
    "LocalAddress",
    "MappedAttribute",
    "MappedModule",
    "MediaContent",
    "MediaService",
    "OperationAttribute",
    "OwnApplicationProfile",
    "Parameter",
    "PrivateAttribute",
    "PrivateTransferSyntax",
    "Product",
    "QueryKey",
    "RealTimeVideo",
    "RealWorldActivity",
    "Reference",
    "Rejection",
    "RemoteAddress",
    "Revision",
    "SecureTransport",
    "Security",
    "SecurityProfile",
    "SecurityUse",
    "Sequence",
    "Service",
    "ServiceOperation",
    "SopClass",
    "SrTemplate",
    "Stack",
    "Status",
    "StatusTable",
    "Step",
    "SystemManagement",
    "Target",
    "Transcoding",
    "TransferSyntax",
    "VideoResolution",
    "WebAttribute",
    "WebMediaType",
    "WebParameter",
    "WebResource",
    "WebService",
    "WebServiceType",
    "WebStatus",
    "WebTransaction",
    "decode",
    "encode",
]
