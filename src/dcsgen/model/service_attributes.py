"""Attributes of queries and of DIMSE-N operations, as a service uses or supports them (PS3.2 N.5.2, A.4.2.x.3.y.3)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import Display, MatchingType, Operation, Presence, QueryLevel, QuerySource, ValueSource
from dcsgen.model.sop_class import SopClass


class QueryKey(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute in the Identifier of a query; its key is the dotted path of keywords.

    `name`, `tag`, `vr` and the types are the standard's: `matching_type` is that of the key (`U`, `R`, `O`),
    `return_type` that of the response where PS3.4 has one. `level` is the standard's too unless it is stated.
    `implied` marks a Sequence that stands here only because something inside it does. None is "not stated".
    """

    name: str = ""
    tag: str = ""
    vr: str = ""
    matching_type: str = ""
    return_type: str = ""
    implied: bool = False
    level: QueryLevel | None = None
    matching: tuple[MatchingType, ...] = ()
    source: tuple[QuerySource, ...] = ()
    value: str = ""
    returned: bool | None = None
    display: Display | None = None
    copied_into: tuple[str, ...] = ()
    remark: str = ""


class OperationAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute of a DIMSE-N operation; its key is the dotted path of keywords.

    `type` is what PS3.4 asks of the product's role. `required` is what an SCP asks of its peers.
    Without `values`, there is no closed list.
    """

    name: str = ""
    tag: str = ""
    vr: str = ""
    type: str = ""
    implied: bool = False
    source: tuple[ValueSource, ...] = ()
    presence: Presence | None = None
    required: bool | None = None
    values: tuple[str, ...] = ()
    default: str = ""
    otherwise: str = ""
    effect: str = ""
    remark: str = ""


class ServiceOperation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A DIMSE-N operation or notification that a service uses or supports; its key is a short name of the author's.

    `sop_class` says which SOP Class it belongs to, where the service has several or a Meta SOP Class. `type_id` is the
    Event Type ID or Action Type ID, `type_name` its name.
    """

    operation: Operation
    sop_class: SopClass | None = None
    type_id: int | None = None
    type_name: str = ""
    purpose: str = ""
    attributes: dict[str, OperationAttribute] = field(default_factory=dict)
