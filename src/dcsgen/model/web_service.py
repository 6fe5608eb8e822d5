"""DICOM web services that Application Entities use or provide (PS3.18, PS3.2 N.5.3)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.words import Configurable, WebRole
from dcsgen.model.sop_class import SopClass, TransferSyntax


class WebServiceType(Struct, frozen=True, omit_defaults=True):
    """A service of PS3.18 by its id and name.

    `known` is false for a name that the standard, as far as dcsgen knows it, does not have; `id` is then that name.
    """

    id: str
    name: str
    retired: bool = False
    known: bool = True


class WebResource(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A resource that is supported; the key is its name in PS3.18, or a URI template."""

    description: str = ""


class WebParameter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A query parameter or header field; the key is its name. Without `values`, its values are no closed list."""

    values: tuple[str, ...] = ()
    description: str = ""


class WebAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute in a search; the key is the dotted path of keywords. None is "not stated"."""

    name: str = ""
    tag: str = ""
    matching: bool | None = None
    returned: bool | None = None
    description: str = ""


class WebMediaType(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A media type of a payload; the key is its name. Without Transfer Syntaxes, none are stated."""

    transfer_syntaxes: tuple[TransferSyntax, ...] = ()
    description: str = ""


class WebStatus(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An HTTP status code: when an origin server returns it, what a user agent does then. The key is the code."""

    condition: str = ""
    behaviour: str = ""


class WebTransaction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A transaction as one product supports it; the key is its name, and `method` that of HTTP.

    Media types of requests and of responses are apart: an origin server accepts the former and returns the latter, a
    user agent the other way round. Without SOP Classes, no limit is stated.
    """

    name: str = ""
    method: str = ""
    resources: dict[str, WebResource] = field(default_factory=dict)
    parameters: dict[str, WebParameter] = field(default_factory=dict)
    headers: dict[str, WebParameter] = field(default_factory=dict)
    attributes: dict[str, WebAttribute] = field(default_factory=dict)
    request_media_types: dict[str, WebMediaType] = field(default_factory=dict)
    response_media_types: dict[str, WebMediaType] = field(default_factory=dict)
    character_sets: tuple[str, ...] = ()
    sop_classes: tuple[SopClass, ...] = ()
    statuses: dict[str, WebStatus] = field(default_factory=dict)
    behaviour: str = ""


class WebService(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A web service that one Application Entity uses or provides.

    The natural key of what it says is (application entity, service, role, transaction). `statuses` are those that all
    its transactions have in common.
    """

    title: str = ""
    application_entity: str
    service: WebServiceType
    role: WebRole
    local_activity: str = ""
    remote_activity: str = ""
    base_uri: str = ""
    secured_base_uri: str = ""
    configurable: Configurable | None = None
    max_requests: int | str | None = None
    option: str = ""
    behaviour: str = ""
    transactions: dict[str, WebTransaction]
    statuses: dict[str, WebStatus] = field(default_factory=dict)
