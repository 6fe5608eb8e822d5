"""The Capability: frozen, typed, every record with a natural key."""

from dcsgen.model.activity import RealWorldActivity, Sequence, Step
from dcsgen.model.application_entity import (
    ApplicationEntity,
    AssociationLimit,
    AssociationPolicy,
    AsynchronousWindow,
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
from dcsgen.model.character_sets import CharacterSets
from dcsgen.model.communication import Communication, Stack
from dcsgen.model.configuration import Configuration, LocalAddress, Parameter, RemoteAddress
from dcsgen.model.extensions import ExtendedSopClass, PrivateAttribute, PrivateTransferSyntax
from dcsgen.model.identity import Document, Product, Reference, Revision
from dcsgen.model.iod import AppliedModule, Iod
from dcsgen.model.service import CommunicationFailure, Service, SopClass, TransferSyntax
from dcsgen.model.status import Element, Status, StatusTable

__all__ = [
    "AeMappedAttribute",
    "AeMapping",
    "ApplicationEntity",
    "AppliedModule",
    "AssociationLimit",
    "AssociationPolicy",
    "AsynchronousWindow",
    "AttributeMapping",
    "Capability",
    "CharacterSets",
    "Communication",
    "CommunicationFailure",
    "Configuration",
    "Document",
    "Element",
    "ExtendedSopClass",
    "Iod",
    "LocalAddress",
    "MappedAttribute",
    "MappedModule",
    "Parameter",
    "PrivateAttribute",
    "PrivateTransferSyntax",
    "Product",
    "RealWorldActivity",
    "Reference",
    "RemoteAddress",
    "Revision",
    "Sequence",
    "Service",
    "SopClass",
    "Stack",
    "Status",
    "StatusTable",
    "Step",
    "Target",
    "TransferSyntax",
    "decode",
    "encode",
]
