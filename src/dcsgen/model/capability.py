"""The Capability: everything that a description says, resolved, with a natural key for every record."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from dcsgen.model.activity import RealWorldActivity, Sequence
from dcsgen.model.application_entity import ApplicationEntity
from dcsgen.model.attribute_mapping import AeMapping, AttributeMapping
from dcsgen.model.character_sets import CharacterSets
from dcsgen.model.communication import Communication
from dcsgen.model.configuration import Configuration
from dcsgen.model.content import AttributeFlow, ContextGroup, GrayscaleConsistency, SrTemplate
from dcsgen.model.created import CommonFunctionalGroup, CommonModule
from dcsgen.model.extensions import ExtendedSopClass, PrivateAttribute, PrivateTransferSyntax
from dcsgen.model.identity import Document, Product
from dcsgen.model.integration import IheProfile, RealTimeVideo
from dcsgen.model.iod import Iod
from dcsgen.model.media import MediaService, OwnApplicationProfile
from dcsgen.model.security import Security
from dcsgen.model.service import Service
from dcsgen.model.status import StatusTable
from dcsgen.model.web_service import WebService


class Capability(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A product's capabilities as linked records; links are keys into the maps of the same name.

    The shape follows the description, so a path into one is a path into the other. `edition` is the edition
    of the standard that names and types were taken from. A map that is None is not stated; where it can be None, an
    empty one says that there are none.
    """

    dcsgen: int
    edition: str = ""
    product: Product
    document: Document
    application_entities: dict[str, ApplicationEntity] = field(default_factory=dict)
    real_world_activities: dict[str, RealWorldActivity] = field(default_factory=dict)
    sequences: dict[str, Sequence] | None = None
    services: dict[str, Service] = field(default_factory=dict)
    media: dict[str, MediaService] = field(default_factory=dict)
    application_profiles: dict[str, OwnApplicationProfile] = field(default_factory=dict)
    web_services: dict[str, WebService] = field(default_factory=dict)
    status_tables: dict[str, StatusTable] = field(default_factory=dict)
    iods: dict[str, Iod] = field(default_factory=dict)
    common_modules: dict[str, CommonModule] = field(default_factory=dict)
    common_functional_groups: dict[str, CommonFunctionalGroup] = field(default_factory=dict)
    attribute_mappings: dict[str, AttributeMapping] = field(default_factory=dict)
    ae_mappings: dict[str, AeMapping] = field(default_factory=dict)
    context_groups: dict[str, ContextGroup] | None = None
    templates: dict[str, SrTemplate] | None = None
    attribute_flows: dict[str, AttributeFlow] = field(default_factory=dict)
    real_time_video: dict[str, RealTimeVideo] = field(default_factory=dict)
    ihe_profiles: dict[str, IheProfile] = field(default_factory=dict)
    grayscale: GrayscaleConsistency = GrayscaleConsistency()
    communication: Communication = Communication()
    sop_classes: dict[str, ExtendedSopClass] = field(default_factory=dict)
    transfer_syntaxes: dict[str, PrivateTransferSyntax] = field(default_factory=dict)
    private_attributes: dict[str, PrivateAttribute] | None = None
    configuration: Configuration = Configuration()
    character_sets: CharacterSets = CharacterSets()
    security: Security = Security()
    extensions: dict[str, Any] = field(default_factory=dict)


def encode(capability: Capability) -> bytes:
    """The Capability as JSON, indented, with a final newline; the same value gives the same bytes."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(capability), indent=2) + b"\n"


def decode(data: bytes) -> Capability:
    """The Capability in JSON that `encode` wrote; raises `msgspec.ValidationError` on anything else."""
    import msgspec

    return msgspec.json.decode(data, type=Capability)
