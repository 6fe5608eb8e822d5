"""Views of what web transactions take, check, keep and return beyond resources and parameters (PS3.2 N.5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from dcsgen.model import (
    SopClass,
    WebField,
    WebLimit,
    WebPartitions,
    WebPayloadAttribute,
    WebReason,
    WebSearch,
    WebService,
    WebTransaction,
)
from dcsgen.render.language import _
from dcsgen.render.views import phrases, web_phrases, wording
from dcsgen.render.views.entities import FactRow
from dcsgen.render.views.service_rules import CoercionRow, TranscodingRow, coercions, transcodings


class WebPayloadRow(Struct, frozen=True, kw_only=True):
    """An Attribute of a payload; `asked` is what the receiver asks for, or else whether the sender has it."""

    nesting: str
    name: str
    tag: str
    type: str
    asked: str
    text: str
    attribute: WebPayloadAttribute


class WebPayloadTable(Struct, frozen=True):
    """The Attributes of the payload of requests or of responses."""

    id: str
    title: str
    rows: tuple[WebPayloadRow, ...]


class WebFieldRow(Struct, frozen=True):
    """A member of a JSON payload; `payload`, `required` in words, `text` with its values."""

    payload: str
    name: str
    type: str
    required: str
    text: str


class WebLimitRow(Struct, frozen=True):
    """A limit with its unit; `status` is the HTTP status code beyond it."""

    name: str
    value: str
    status: str
    description: str


class WebCheckRow(Struct, frozen=True):
    """A check: `consequence` in words, `outcome` the status code or reason of the response."""

    checked: str
    consequence: str
    outcome: str
    remark: str


class WebStateRow(Struct, frozen=True):
    """What is done with a Workitem in a state; `accepted` in words, `next` the states that it may get."""

    state: str
    accepted: str
    next: tuple[str, ...]
    status: str
    description: str


class WebReasonRow(Struct, frozen=True):
    """A reason with its number in decimals, as JSON has it; `text` is its condition and what is done then."""

    code: str
    number: str
    meaning: str
    text: str


class WebReasonTable(Struct, frozen=True):
    """The failure reasons, warning reasons or own codes of a transaction."""

    id: str
    title: str
    rows: tuple[WebReasonRow, ...]


class WebMatrixRow(Struct, frozen=True):
    """An Attribute with whether a search for each of the resources matches it."""

    name: str
    matched: tuple[bool, ...]


class WebMatrix(Struct, frozen=True):
    """By which Attributes the search for each resource can be narrowed."""

    resources: tuple[str, ...]
    rows: tuple[WebMatrixRow, ...]


class WebDetails(Struct, frozen=True, kw_only=True):
    """Particulars of a transaction; `facts` have CommonMark as values. What is empty is not printed."""

    facts: tuple[FactRow, ...]
    payloads: tuple[WebPayloadTable, ...]
    fields: tuple[WebFieldRow, ...]
    limits: tuple[WebLimitRow, ...]
    checks: tuple[WebCheckRow, ...]
    states: tuple[WebStateRow, ...]
    coercions: tuple[CoercionRow, ...]
    transcodings: tuple[TranscodingRow, ...]
    matrix: WebMatrix | None
    reasons: tuple[WebReasonTable, ...]


def web_details(transaction: WebTransaction) -> WebDetails:
    """The particulars of a transaction."""
    return WebDetails(
        facts=tuple(_facts(transaction)),
        payloads=tuple(_payloads(transaction)),
        fields=tuple(_field(name, each) for name, each in transaction.fields.items()),
        limits=limit_rows(transaction.limits),
        checks=tuple(
            WebCheckRow(
                each.checked,
                web_phrases.CONSEQUENCES[each.consequence],
                ", ".join(filter(None, (each.status, each.reason))),
                each.remark,
            )
            for each in transaction.validation.values()
        ),
        states=tuple(
            WebStateRow(state, wording.yes_no(each.accepted), tuple(each.next), each.status, each.description)
            for state, each in transaction.workitem_states.items()
        ),
        coercions=coercions(transaction.coercion),
        transcodings=transcodings(transaction.transcoding),
        matrix=_matrix(transaction),
        reasons=tuple(_reason_tables(transaction)),
    )


def limit_rows(limits: Mapping[str, WebLimit]) -> tuple[WebLimitRow, ...]:
    """The rows of some limits."""
    return tuple(
        WebLimitRow(name, f"{wording.number(each.value)} {each.unit}".rstrip(), each.status, each.description)
        for name, each in limits.items()
    )


def service_facts(service: WebService) -> Iterator[FactRow]:
    """What is particular to a service, for its table of facts."""
    if service.private:
        yield FactRow(_("Standard"), _("the vendor's own, not in PS3.18"))
    if service.sop_classes:
        yield FactRow(_("SOP Classes"), _names(service.sop_classes))
    for name, version in service.versions.items():
        state = wording.sentence(web_phrases.API_STATES[version.state]) if version.state else ""
        texts = " ".join(filter(None, (state, version.description)))
        yield FactRow(_("Version %(name)s", name=name), texts or phrases.not_stated())
    if service.partitions is not None:
        yield from _partition_facts(service.partitions)


def _partition_facts(partitions: WebPartitions) -> Iterator[FactRow]:
    yield FactRow(_("Partitions"), partitions.uri)
    if partitions.required is not None:
        yield FactRow(_("Partition needed in the URI"), wording.yes_no(partitions.required))
    if partitions.default:
        yield FactRow(_("Default partition"), partitions.default)
    if partitions.constraint:
        yield FactRow(_("Names of partitions"), partitions.constraint)
    if partitions.description:
        yield FactRow(_("Use of partitions"), partitions.description)


def _names(sop_classes: tuple[SopClass, ...]) -> str:
    return ", ".join(sop.name for sop in sop_classes)


def _facts(transaction: WebTransaction) -> Iterator[FactRow]:
    if transaction.private:
        yield FactRow(_("Standard"), _("the vendor's own, not in PS3.18"))
    if transaction.success_payload:
        yield FactRow(_("Payload on success"), transaction.success_payload)
    if transaction.failure_payload:
        yield FactRow(_("Payload on failure"), transaction.failure_payload)
    if transaction.omitted_value_representations:
        yield FactRow(_("VRs that metadata leave out"), ", ".join(transaction.omitted_value_representations))
    yield from _caching_facts(transaction)
    yield from _storage_facts(transaction)
    yield from _search_facts(transaction.search)


def _caching_facts(transaction: WebTransaction) -> Iterator[FactRow]:
    caching = transaction.caching
    if caching.validators:
        what = ", ".join(caching.validators)
        named = ", ".join(caching.resources)
        yield FactRow(
            _("Validation of kept responses"),
            _("by %(fields)s, for %(resources)s", fields=what, resources=named) if named else what,
        )
    if caching.cache_control:
        yield FactRow("Cache-Control", caching.cache_control)
    if caching.description:
        yield FactRow(_("Kept responses"), caching.description)


def _storage_facts(transaction: WebTransaction) -> Iterator[FactRow]:
    storage = transaction.storage
    if storage.unchanged is not None:
        yield FactRow(_("Instances are kept unchanged"), wording.yes_no(storage.unchanged))
    if storage.preamble is not None:
        yield FactRow(_("File Preamble"), web_phrases.PREAMBLES[storage.preamble])
    if storage.duplicates is not None:
        yield FactRow(_("Instances that are stored already"), web_phrases.DUPLICATES[storage.duplicates])
    if storage.retention:
        yield FactRow(_("Retention"), storage.retention)
    if storage.remark:
        yield FactRow(_("Remark"), storage.remark)


def _search_facts(search: WebSearch) -> Iterator[FactRow]:
    if search.attribute_ids:
        named = wording.listed([web_phrases.ATTRIBUTE_IDS[each] for each in search.attribute_ids])
        yield FactRow(_("Attributes are called by"), named)
    for vr, rule in search.text_matching.items():
        what = _("Comparison of other texts") if vr == "other" else _("Comparison of VR %(vr)s", vr=vr)
        parts = []
        if rule.case_sensitive is not None:
            parts.append(_("case matters") if rule.case_sensitive else _("case does not matter"))
        if rule.accent_sensitive is not None:
            parts.append(_("accents matter") if rule.accent_sensitive else _("accents do not matter"))
        yield FactRow(what, " ".join(filter(None, (", ".join(parts), rule.remark))))
    if search.order:
        yield FactRow(_("Order of results"), search.order)
    if search.conflicting_values is not None:
        yield FactRow(_("If instances of a study or series differ"), web_phrases.PREFERRED[search.conflicting_values])
    if search.surplus_values is not None:
        yield FactRow(_("If there are more values than allowed"), web_phrases.PREFERRED[search.surplus_values])
    if search.remark:
        yield FactRow(_("Remark"), search.remark)


def _payloads(transaction: WebTransaction) -> Iterator[WebPayloadTable]:
    for id, title, attributes in (
        ("request", _("Attributes of the request"), transaction.request_attributes),
        ("response", _("Attributes of the response"), transaction.response_attributes),
    ):
        if attributes:
            yield WebPayloadTable(id, title, tuple(_payload_row(path, each) for path, each in attributes.items()))


def _payload_row(path: str, attribute: WebPayloadAttribute) -> WebPayloadRow:
    asked = [web_phrases.DEMANDS[attribute.demand]] if attribute.demand else []
    if attribute.presence:
        asked.append(phrases.PRESENCE[attribute.presence])
    values = ", ".join(attribute.values)
    texts = (
        _("Values: %(values)s.", values=values) if values else "",
        _("From: %(sources)s.", sources=wording.listed([phrases.VALUE_SOURCES[each] for each in attribute.source]))
        if attribute.source
        else "",
        attribute.constraint,
        attribute.otherwise,
        attribute.remark,
    )
    return WebPayloadRow(
        nesting=">" * path.count("."),
        name=attribute.name,
        tag=attribute.tag,
        type=attribute.type,
        asked="; ".join(asked),
        text=" ".join(filter(None, texts)),
        attribute=attribute,
    )


def _field(name: str, each: WebField) -> WebFieldRow:
    values = _("Values: %(values)s.", values=", ".join(each.values)) if each.values else ""
    return WebFieldRow(
        web_phrases.PAYLOADS[each.payload],
        name,
        each.type,
        "" if each.required is None else wording.yes_no(each.required),
        " ".join(filter(None, (each.description, values))),
    )


def _matrix(transaction: WebTransaction) -> WebMatrix | None:
    """Which Attribute is matched in the search for which resource, if that is stated of any."""
    resources = tuple(transaction.resources)
    stated = {path: each for path, each in transaction.attributes.items() if each.resources}
    rows = tuple(
        WebMatrixRow(">" * path.count(".") + each.name, tuple(resource in each.resources for resource in resources))
        for path, each in stated.items()
    )
    return WebMatrix(resources, rows) if rows else None


def _reason_tables(transaction: WebTransaction) -> Iterator[WebReasonTable]:
    for id, title, reasons in (
        ("failure", _("Failure reasons"), transaction.failure_reasons),
        ("warning", _("Warning reasons"), transaction.warning_reasons),
        ("error", _("Codes of the vendor's own"), transaction.error_codes),
    ):
        if reasons:
            numbered = id != "error"
            rows = tuple(_reason(code, each, numbered=numbered) for code, each in sorted(reasons.items()))
            yield WebReasonTable(id, title, rows)


def _reason(code: str, each: WebReason, *, numbered: bool) -> WebReasonRow:
    number = str(int(code, 16)) if numbered and code != "other" else ""
    shown = _("other") if code == "other" and numbered else code
    return WebReasonRow(shown, number, each.meaning, " ".join(filter(None, (each.condition, each.behaviour))))
