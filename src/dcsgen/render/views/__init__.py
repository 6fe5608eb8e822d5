"""What templates see of a Capability. The views are a stable contract for vendors' templates and layouts."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from dcsgen.base.words import Side
from dcsgen.model import (
    Capability,
    CharacterSets,
    Communication,
    Document,
    ExtendedSopClass,
    PrivateAttribute,
    PrivateTransferSyntax,
    Product,
    RealWorldActivity,
)
from dcsgen.render.views import phrases
from dcsgen.render.views.absent import AbsentView, absent
from dcsgen.render.views.associations import shared_parameters, with_parameters
from dcsgen.render.views.chapters import Chapter, FactsView, chapters, facts
from dcsgen.render.views.conversions import CharacterSetRow, ConversionRow, conversions, supported_sets
from dcsgen.render.views.created import (
    CreatedObjectView,
    CreatedTable,
    common_macros,
    common_modules,
    created_objects,
    written_iods,
)
from dcsgen.render.views.details import share_out
from dcsgen.render.views.entities import AeView, FactRow, entities, network_entities, services_of
from dcsgen.render.views.figures import SequenceView, data_flow_figure, sequences
from dcsgen.render.views.media import MediaView, media
from dcsgen.render.views.objects import AeMappingView, IodView, MappingView, ae_mappings, iods, mappings
from dcsgen.render.views.overview import OverviewView, overview
from dcsgen.render.views.private import PrivateBlock, private_blocks
from dcsgen.render.views.security import SecurityView, security
from dcsgen.render.views.service_settings import ParameterBlock, parameter_blocks
from dcsgen.render.views.service_view import ServiceView
from dcsgen.render.views.services import DimseView, dimse
from dcsgen.render.views.settings import SettingsView, settings
from dcsgen.render.views.statuses import StatusTableView, status_tables
from dcsgen.render.views.web import WebEntityView, WebServiceView, WebView, web, web_entities, web_services


class ExtendedSopClassRow(Struct, frozen=True):
    """A SOP Class that is not Standard; `kind` in words."""

    kind: str
    sop_class: ExtendedSopClass


class StatementView(Struct, frozen=True, kw_only=True):
    """The whole Capability as a document prints it: `statement` in every template.

    `network_entities` are the Application Entities without those that are for media or the web alone, `web_entities`
    those with web services. Objects that are created stand apart from those that are received or passed on;
    `written_iods` are those of which it is stated what is written as well. `coerced` are services that change objects,
    `unchanged` those that are stated not to, `storage_providers` those that could. `shared_parameters` are what
    Associations of all Application Entities have in common, `parameter_blocks` the general parameters in the
    sub-sections of Table N.6-1.
    """

    product: Product
    document: Document
    application_entities: tuple[AeView, ...]
    network_entities: tuple[AeView, ...]
    local_activities: tuple[RealWorldActivity, ...]
    remote_activities: tuple[RealWorldActivity, ...]
    data_flow: Markup
    sequences: tuple[SequenceView, ...]
    communication: Communication
    extended_sop_classes: tuple[ExtendedSopClassRow, ...]
    private_transfer_syntaxes: tuple[PrivateTransferSyntax, ...]
    private_attributes: dict[str, PrivateAttribute]
    settings: SettingsView
    character_sets: CharacterSets
    media: MediaView
    web_services: tuple[WebServiceView, ...]
    security: SecurityView
    common_modules: tuple[CreatedTable, ...]
    created_objects: tuple[CreatedObjectView, ...]
    chapters: tuple[Chapter, ...]
    facts: FactsView
    absent: AbsentView
    iods: tuple[IodView, ...]
    mappings: tuple[MappingView, ...]
    status_tables: tuple[StatusTableView, ...]
    ae_mappings: tuple[AeMappingView, ...]
    edition: str
    overview: OverviewView
    web_entities: tuple[WebEntityView, ...]
    written_iods: tuple[CreatedObjectView, ...]
    coerced: tuple[ServiceView, ...]
    unchanged: tuple[ServiceView, ...]
    storage_providers: tuple[ServiceView, ...]
    created_mappings: tuple[MappingView, ...]
    received_mappings: tuple[MappingView, ...]
    dimse: DimseView
    web: WebView
    shared_parameters: tuple[FactRow, ...]
    parameter_blocks: tuple[ParameterBlock, ...]
    supported_sets: tuple[CharacterSetRow, ...]
    conversions: tuple[ConversionRow, ...]
    private_blocks: tuple[PrivateBlock, ...]
    common_macros: tuple[CreatedTable, ...]


def view_of(capability: Capability) -> StatementView:
    """The view of a Capability."""
    activities = capability.real_world_activities.values()
    objects, mapped = iods(capability), mappings(capability)
    configured, tables = settings(capability), status_tables(capability)
    every = with_parameters(entities(capability), configured)
    services = services_of(every)
    offered = share_out(dimse(capability, services, configured, tables))
    on_web, at_a_glance = web_services(capability), overview(capability)
    stated, none = facts(capability), absent(capability)
    provided = offered.storage.scp if offered.storage else None
    return StatementView(
        product=capability.product,
        document=capability.document,
        application_entities=every,
        network_entities=network_entities(every, capability),
        local_activities=tuple(a for a in activities if a.side is Side.LOCAL),
        remote_activities=tuple(a for a in activities if a.side is Side.REMOTE),
        data_flow=data_flow_figure(capability),
        sequences=sequences(capability),
        communication=capability.communication,
        extended_sop_classes=tuple(
            ExtendedSopClassRow(phrases.SOP_CLASS_KINDS[sop.kind], sop) for sop in capability.sop_classes.values()
        ),
        private_transfer_syntaxes=tuple(capability.transfer_syntaxes.values()),
        private_attributes=capability.private_attributes or {},
        settings=configured,
        character_sets=capability.character_sets,
        media=media(capability),
        web_services=on_web,
        security=security(capability),
        common_modules=common_modules(capability),
        created_objects=created_objects(capability),
        chapters=chapters(stated, none),
        facts=stated,
        absent=none,
        iods=objects,
        mappings=mapped,
        status_tables=tables,
        ae_mappings=ae_mappings(capability),
        edition=capability.edition,
        overview=at_a_glance,
        web_entities=web_entities(on_web, capability),
        written_iods=written_iods(capability),
        coerced=tuple(view for view in services.values() if view.coercions),
        unchanged=tuple(view for view in services.values() if view.unchanged),
        storage_providers=tuple(use.service for use in provided.uses) if provided else (),
        created_mappings=tuple(mapping for mapping in mapped if mapping.iod.created),
        received_mappings=tuple(mapping for mapping in mapped if not mapping.iod.created),
        dimse=offered,
        web=web(on_web, at_a_glance.web, configured),
        shared_parameters=shared_parameters(every),
        parameter_blocks=parameter_blocks(configured),
        supported_sets=supported_sets(capability),
        conversions=conversions(capability),
        private_blocks=private_blocks(capability),
        common_macros=common_macros(capability),
    )
