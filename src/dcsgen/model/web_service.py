"""DICOM web services that Application Entities use or provide (PS3.18, PS3.2 N.5.3)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import QueryLevel
from dcsgen.base.web_words import ReturnedWhen, WebMatching
from dcsgen.base.words import Configurable, WebRole
from dcsgen.model.configuration import Scalar
from dcsgen.model.service_rules import Coercion, Transcoding
from dcsgen.model.sop_class import SopClass, TransferSyntax
from dcsgen.model.web_details import (
    WebCaching,
    WebCheck,
    WebField,
    WebLimit,
    WebPartitions,
    WebPayloadAttribute,
    WebReason,
    WebSearch,
    WebStateRule,
    WebStorage,
    WebVersion,
)


class WebServiceType(Struct, frozen=True, omit_defaults=True):
    """A service of PS3.18 by its id and name.

    `known` is false for a name that the standard, as far as dcsgen knows it, does not have; `id` is then that name.
    """

    id: str
    name: str
    retired: bool = False
    known: bool = True


class WebResource(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A resource that is supported; the key is its name in PS3.18, or a URI template.

    `uri` is the template of one that PS3.18 does not have. `levels` are those whose Attributes a search returns.
    """

    uri: str = ""
    private: bool = False
    levels: tuple[QueryLevel, ...] = ()
    description: str = ""


class WebParameter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A query parameter or header field; the key is its name. Without `values`, its values are no closed list.

    Without resources it is for all. None is "not stated".
    """

    private: bool = False
    required: bool | None = None
    repeatable: bool | None = None
    values: tuple[str, ...] = ()
    range: tuple[float | int | None, float | int | None] | None = None
    unit: str = ""
    default: Scalar | None = None
    resources: tuple[str, ...] = ()
    otherwise: str = ""
    description: str = ""


class WebAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute that a search matches, or that is returned; the key is the dotted path of keywords.

    None is "not stated". Without resources, the search matches it in all
    that have its levels.
    """

    name: str = ""
    tag: str = ""
    levels: tuple[QueryLevel, ...] = ()
    matching: bool | None = None
    matching_types: tuple[WebMatching, ...] = ()
    resources: tuple[str, ...] = ()
    returned: bool | None = None
    returned_when: ReturnedWhen | None = None
    description: str = ""


class WebMediaType(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A media type of a payload; the key is its name. Without Transfer Syntaxes, none are stated; without resources, it
    is for all. `as_stored` says whether a request can ask for whatever Transfer Syntax an object is stored in.
    """

    transfer_syntaxes: tuple[TransferSyntax, ...] = ()
    default_transfer_syntax: TransferSyntax | None = None
    as_stored: bool | None = None
    resources: tuple[str, ...] = ()
    default_for: tuple[str, ...] = ()
    description: str = ""


class WebStatus(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An HTTP status code: when an origin server returns it, what a user agent does then. The key is the code."""

    condition: str = ""
    behaviour: str = ""


class WebTransaction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A transaction as one product supports it; the key is its name, and `method` that of HTTP.

    `private` marks one that PS3.18 does not have.

    Media types of requests and of responses are apart: an origin server accepts the former and returns the latter, a
    user agent the other way round. Without SOP Classes, no limit is stated.
    """

    name: str = ""
    method: str = ""
    private: bool = False
    resources: dict[str, WebResource] = field(default_factory=dict)
    parameters: dict[str, WebParameter] = field(default_factory=dict)
    headers: dict[str, WebParameter] = field(default_factory=dict)
    response_headers: dict[str, WebParameter] = field(default_factory=dict)
    attributes: dict[str, WebAttribute] = field(default_factory=dict)
    search: WebSearch = WebSearch()
    request_media_types: dict[str, WebMediaType] = field(default_factory=dict)
    response_media_types: dict[str, WebMediaType] = field(default_factory=dict)
    transcoding: dict[str, Transcoding] = field(default_factory=dict)
    character_sets: tuple[str, ...] = ()
    sop_classes: tuple[SopClass, ...] = ()
    request_attributes: dict[str, WebPayloadAttribute] = field(default_factory=dict)
    response_attributes: dict[str, WebPayloadAttribute] = field(default_factory=dict)
    omitted_value_representations: tuple[str, ...] = ()
    fields: dict[str, WebField] = field(default_factory=dict)
    success_payload: str = ""
    failure_payload: str = ""
    limits: dict[str, WebLimit] = field(default_factory=dict)
    validation: dict[str, WebCheck] = field(default_factory=dict)
    storage: WebStorage = WebStorage()
    coercion: dict[str, Coercion] = field(default_factory=dict)
    caching: WebCaching = WebCaching()
    workitem_states: dict[str, WebStateRule] = field(default_factory=dict)
    failure_reasons: dict[str, WebReason] = field(default_factory=dict)
    warning_reasons: dict[str, WebReason] = field(default_factory=dict)
    error_codes: dict[str, WebReason] = field(default_factory=dict)
    statuses: dict[str, WebStatus] = field(default_factory=dict)
    behaviour: str = ""


class WebService(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A web service that one Application Entity uses or provides; `private` marks one that PS3.18 does not have.

    The natural key of what it says is (application entity, service, role, transaction). `statuses` and `limits` are
    those that all its transactions have in common.
    """

    title: str = ""
    application_entity: str
    service: WebServiceType
    private: bool = False
    role: WebRole
    local_activity: str = ""
    remote_activity: str = ""
    base_uri: str = ""
    secured_base_uri: str = ""
    configurable: Configurable | None = None
    versions: dict[str, WebVersion] = field(default_factory=dict)
    partitions: WebPartitions | None = None
    sop_classes: tuple[SopClass, ...] = ()
    max_requests: int | str | None = None
    option: str = ""
    limits: dict[str, WebLimit] = field(default_factory=dict)
    behaviour: str = ""
    transactions: dict[str, WebTransaction]
    statuses: dict[str, WebStatus] = field(default_factory=dict)
