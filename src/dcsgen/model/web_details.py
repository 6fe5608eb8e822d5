"""Particulars of web services: versions, limits, payloads, checks, searches, states (PS3.18, PS3.2 N.5.3)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import Presence, ValueSource
from dcsgen.base.web_words import (
    ApiState,
    AttributeId,
    Consequence,
    Demand,
    Duplicates,
    Payload,
    Preamble,
    Preferred,
    Validator,
    WorkitemState,
)


class WebVersion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A version of the vendor's web API; the key is its name in the URI."""

    state: ApiState | None = None
    description: str = ""


class WebPartitions(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one origin server keeps the data of several apart by a segment of the URI. None is "not stated"."""

    uri: str
    required: bool | None = None
    default: str = ""
    constraint: str = ""
    description: str = ""


class WebLimit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The most of something that is accepted or returned; the key says of what. `status` is the HTTP status beyond."""

    value: float | int
    unit: str = ""
    status: str = ""
    description: str = ""


class WebPayloadAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute in the payload of a request or response; the key is the dotted path of keywords.

    `type` is what PS3.4 asks of the product's role in the DIMSE service that does the same. `demand` is what the
    receiver asks for, `presence` and `source` what the sender does. Without `values`, there is no closed list.
    """

    name: str = ""
    tag: str = ""
    type: str = ""
    implied: bool = False
    demand: Demand | None = None
    presence: Presence | None = None
    source: tuple[ValueSource, ...] = ()
    values: tuple[str, ...] = ()
    constraint: str = ""
    otherwise: str = ""
    remark: str = ""


class WebField(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A member of a JSON payload that is not in the DICOM JSON Model; the key is its name. None is "not stated"."""

    payload: Payload
    type: str = ""
    required: bool | None = None
    values: tuple[str, ...] = ()
    description: str = ""


class WebReason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value of Failure or Warning Reason, or a code of the product's own; the key is its code."""

    meaning: str = ""
    condition: str = ""
    behaviour: str = ""


class WebCheck(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A check of requests and what follows if it fails. `reason` is a code of the reasons, `status` of the statuses."""

    checked: str
    consequence: Consequence
    status: str = ""
    reason: str = ""
    remark: str = ""


class WebStorage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of the instances that are stored. None is "not stated"."""

    unchanged: bool | None = None
    preamble: Preamble | None = None
    duplicates: Duplicates | None = None
    retention: str = ""
    remark: str = ""


class WebTextMatching(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How texts of a VR are compared; the key is the VR, or `other`. None is "not stated"."""

    case_sensitive: bool | None = None
    accent_sensitive: bool | None = None
    remark: str = ""


class WebSearch(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What holds for all parameters and results of a search.

    `conflicting_values` is which value is matched if the objects of one study or series differ, `surplus_values` which
    of an Attribute that should have one value only.
    """

    attribute_ids: tuple[AttributeId, ...] = ()
    text_matching: dict[str, WebTextMatching] = field(default_factory=dict)
    order: str = ""
    conflicting_values: Preferred | None = None
    surplus_values: Preferred | None = None
    remark: str = ""


class WebCaching(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How responses may be kept and validated. Without resources, all are meant."""

    validators: tuple[Validator, ...] = ()
    resources: tuple[str, ...] = ()
    cache_control: str = ""
    description: str = ""


class WebStateRule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a transaction does with a Workitem in a state; the key is that state. `next` are those that it may get."""

    accepted: bool
    next: tuple[WorkitemState, ...] = ()
    status: str = ""
    description: str = ""
