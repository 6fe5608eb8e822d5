"""Views of web services: transactions with resources, parameters, media types and status codes (PS3.2 N.5.3)."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import Struct

from dcsgen.base.standard import web_services as standard
from dcsgen.base.words import WebRole
from dcsgen.model import (
    Capability,
    SopClass,
    WebService,
    WebTransaction,
)
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.entities import FactRow
from dcsgen.render.views.overview import WebRow
from dcsgen.render.views.service_settings import SettingGroup, web_settings
from dcsgen.render.views.settings import ParameterGroup, SettingsView
from dcsgen.render.views.web_details import WebDetails, WebLimitRow, limit_rows, service_facts, web_details
from dcsgen.render.views.web_rows import (
    WebAttributeRow,
    WebMediaTypeRow,
    WebParameterRow,
    WebResourceRow,
    attribute_rows,
    media_type_rows,
    parameter_rows,
    resource_rows,
)
from dcsgen.render.views.web_statuses import WebStatusRow, statuses

_OPTIONS = {"retrieve": "web_options_retrieve", "store": "web_options_store"}
"""The kinds of tables of transactions for which the samples of Annex A have headings of their own."""


class WebTransactionView(Struct, frozen=True, kw_only=True):
    """A transaction with everything that its section prints; `title` has the method of HTTP.

    `options_kind` is the kind of the table of what it is restricted to, in the layout of Annex A.
    """

    id: str
    name: str
    title: str
    behaviour: str
    resources: tuple[WebResourceRow, ...]
    parameters: tuple[WebParameterRow, ...]
    headers: tuple[WebParameterRow, ...]
    response_headers: tuple[WebParameterRow, ...]
    attributes: tuple[WebAttributeRow, ...]
    media_types: tuple[WebMediaTypeRow, ...]
    sop_classes: tuple[SopClass, ...]
    character_sets: tuple[str, ...]
    statuses: tuple[WebStatusRow, ...]
    details: WebDetails
    options_kind: str


class WebServiceView(Struct, frozen=True, kw_only=True):
    """A web service of an Application Entity in one role; `role` in words, `statuses_kind` is that of status tables."""

    id: str
    title: str
    service: WebService
    name: str
    role: str
    facts: tuple[FactRow, ...]
    limits: tuple[WebLimitRow, ...]
    descriptions: tuple[str, ...]
    transactions: tuple[WebTransactionView, ...]
    statuses: tuple[WebStatusRow, ...]
    statuses_kind: str


class WebUseView(Struct, frozen=True):
    """A transaction of one service."""

    service: WebServiceView
    transaction: WebTransactionView


class WebTransactionGroupView(Struct, frozen=True):
    """A transaction of a service of PS3.18, with those who use it and those who provide it."""

    id: str
    title: str
    user_agent: tuple[WebUseView, ...]
    origin_server: tuple[WebUseView, ...]


class WebGroupView(Struct, frozen=True, kw_only=True):
    """A service of PS3.18 that is supported, by any Application Entity in any role.

    `overview` are its transactions with their roles, `parameters` those of its Application Entities that no group
    before it has, `printed_before` the Application Entities whose parameters one has; `local_settings` and
    `remote_settings` are their URIs, as Table N.6.3.7-1 has them. `retrieve`, `store`, `search` and `create` are None
    where they are not supported; `further` are the transactions for which N.5.3 has no section of their own.
    """

    id: str
    title: str
    services: tuple[WebServiceView, ...]
    transactions: tuple[WebTransactionGroupView, ...]
    retrieve: WebTransactionGroupView | None
    store: WebTransactionGroupView | None
    search: WebTransactionGroupView | None
    create: WebTransactionGroupView | None
    further: tuple[WebTransactionGroupView, ...]
    parameters: tuple[ParameterGroup, ...]
    printed_before: tuple[str, ...]
    local_settings: tuple[SettingGroup, ...]
    remote_settings: tuple[SettingGroup, ...]
    overview: tuple[WebRow, ...]


class WebView(Struct, frozen=True, kw_only=True):
    """All web services, one field for each of PS3.2 N.5.3; None where nothing is supported.

    `as_user_agent` and `as_origin_server` are the services in that role.
    """

    stated: bool
    uri: WebGroupView | None
    studies: WebGroupView | None
    worklist: WebGroupView | None
    npi: WebGroupView | None
    notification: WebGroupView | None
    storage_commitment: WebGroupView | None
    msps: WebGroupView | None
    mpps: WebGroupView | None
    further: tuple[WebGroupView, ...]
    as_user_agent: tuple[WebServiceView, ...]
    as_origin_server: tuple[WebServiceView, ...]


_STUDIES = ("retrieve", "store", "search")
_SECTIONS = ("uri", "studies", "worklist", "npi", "notification", "storage-commitment", "msps", "mpps")


def web(services: Sequence[WebServiceView], overview: Sequence[WebRow], settings: SettingsView) -> WebView:
    """Web services by the services of PS3.18; `overview` are all their transactions, `settings` the configuration."""
    by_service: dict[str, list[WebServiceView]] = {}
    for view in services:
        by_service.setdefault(view.service.service.id, []).append(view)
    rows: dict[str, list[WebRow]] = {}
    for row in overview:
        rows.setdefault(row.service, []).append(row)
    order = sorted(by_service, key=lambda key: (key not in _SECTIONS, _SECTIONS.index(key) if key in _SECTIONS else 0))
    groups: dict[str, WebGroupView] = {}
    printed: set[str] = set()
    for key in order:
        of_service = by_service[key]
        groups[key] = _group(key, of_service, settings, tuple(rows[of_service[0].name]), printed)
        printed |= {owned.owner for owned in groups[key].parameters}
    return WebView(
        stated=bool(groups),
        **{key.replace("-", "_"): groups.get(key) for key in _SECTIONS},
        further=tuple(group for key, group in groups.items() if key not in _SECTIONS),
        as_user_agent=tuple(view for view in services if view.service.role is WebRole.USER_AGENT),
        as_origin_server=tuple(view for view in services if view.service.role is WebRole.ORIGIN_SERVER),
    )


def _group(
    key: str,
    services: Sequence[WebServiceView],
    settings: SettingsView,
    overview: tuple[WebRow, ...],
    printed: Set[str],
) -> WebGroupView:
    """The services of one kind; `printed` are Application Entities whose parameters another group has."""
    transactions: dict[str, list[WebUseView]] = {}
    for view in services:
        for name, transaction in zip(view.service.transactions, view.transactions, strict=True):
            transactions.setdefault(name, []).append(WebUseView(view, transaction))
    groups = {
        name: WebTransactionGroupView(
            f"{key}-{name}",
            _("%(transaction)s Transaction", transaction=uses[0].transaction.name),
            tuple(use for use in uses if use.service.service.role is WebRole.USER_AGENT),
            tuple(use for use in uses if use.service.service.role is WebRole.ORIGIN_SERVER),
        )
        for name, uses in transactions.items()
    }
    entities = {view.service.application_entity for view in services}
    apart = _STUDIES if key == "studies" else ()
    return WebGroupView(
        id=key,
        title=services[0].name,
        services=tuple(services),
        transactions=tuple(groups.values()),
        retrieve=groups.get("retrieve"),
        store=groups.get("store"),
        search=groups.get("search"),
        create=groups.get("create"),
        further=tuple(group for name, group in groups.items() if name not in apart),
        parameters=tuple(
            owned for owned in settings.parameters if owned.owner in entities and owned.owner not in printed
        ),
        printed_before=tuple(name for name in sorted(entities) if name in printed),
        local_settings=web_settings((view.service for view in services), WebRole.ORIGIN_SERVER),
        overview=overview,
        remote_settings=web_settings((view.service for view in services), WebRole.USER_AGENT),
    )


class WebEntityView(Struct, frozen=True):
    """An Application Entity with its web services."""

    id: str
    name: str
    services: tuple[WebServiceView, ...]


def web_entities(services: Sequence[WebServiceView], capability: Capability) -> tuple[WebEntityView, ...]:
    """The Application Entities that have web services, in the order of the description."""
    found = (
        WebEntityView(name, name, tuple(view for view in services if view.service.application_entity == name))
        for name in capability.application_entities
    )
    return tuple(view for view in found if view.services)


def web_services(capability: Capability) -> tuple[WebServiceView, ...]:
    """The web services, in the order of the description."""
    return tuple(_service(key, service, capability) for key, service in capability.web_services.items())


def _service(key: str, service: WebService, capability: Capability) -> WebServiceView:
    activities = capability.real_world_activities
    named = [activities[name] for name in (service.local_activity, service.remote_activity) if name]
    name = wording.retired(service.service.name, service.service.retired)
    facts = [
        FactRow(_("Application Entity"), service.application_entity),
        FactRow(_("Service"), name),
        FactRow(_("Role"), phrases.WEB_ROLES[service.role]),
        FactRow(_("Base URI"), service.base_uri or phrases.not_stated()),
        *([FactRow(_("Secured base URI"), service.secured_base_uri)] if service.secured_base_uri else []),
        *([FactRow(_("Configurable"), phrases.CONFIGURABLE[service.configurable])] if service.configurable else []),
        FactRow(_("Simultaneous requests"), wording.requests(service.max_requests)),
    ]
    facts.extend(service_facts(service))
    if named:
        facts.append(FactRow(_("Real-World Activities"), ", ".join(activity.name for activity in named)))
    return WebServiceView(
        id=key,
        title=service.title or f"{service.service.name} ({service.application_entity})",
        service=service,
        name=name,
        role=phrases.WEB_ROLES[service.role],
        facts=tuple(facts),
        limits=limit_rows(service.limits),
        descriptions=tuple(activity.description for activity in named if activity.description),
        transactions=tuple(_transaction(key, name, each, service) for name, each in service.transactions.items()),
        statuses=statuses(service.statuses),
        statuses_kind="web_statuses_server" if service.role is WebRole.ORIGIN_SERVER else "web_statuses_user",
    )


def _transaction(service_key: str, key: str, transaction: WebTransaction, service: WebService) -> WebTransactionView:
    facts = standard.find_transaction(f"{service.service.id}/{key}")
    templates = {resource.name: resource.template for resource in facts.resources} if facts else {}
    name = transaction.name or key
    return WebTransactionView(
        id=f"{service_key}-{key}",
        name=name,
        title=f"{name} ({transaction.method})" if transaction.method else name,
        behaviour=transaction.behaviour,
        resources=resource_rows(transaction.resources, templates),
        parameters=parameter_rows(transaction.parameters),
        headers=parameter_rows(transaction.headers),
        response_headers=parameter_rows(transaction.response_headers),
        attributes=attribute_rows(transaction.attributes),
        media_types=(
            *media_type_rows(_("Request"), transaction.request_media_types),
            *media_type_rows(_("Response"), transaction.response_media_types),
        ),
        sop_classes=transaction.sop_classes,
        character_sets=transaction.character_sets,
        statuses=statuses(transaction.statuses),
        details=web_details(transaction),
        options_kind=_OPTIONS.get(key, "web_options") if service.service.id != "uri" else "web_options",
    )
