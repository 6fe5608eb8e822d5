"""Status codes of DIMSE responses: what a code means, for every service or for the one that is named with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, structs

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds import _statuses
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Fact, Section, marked, table
from dcsgen.base.standard import general_statuses, reasons, service_classes, statuses, uids
from dcsgen.base.standard.spelling import spelled

_CODE = re.compile(r"(?:0x)?[0-9A-Fa-f]{1,4}[xX]{0,3}[hH]?(?:[-–][0-9A-Fa-fxXhH]+)?")


class Reason(Struct, frozen=True):
    """A value of Failure Reason (0008,1197) or Warning Reason (0008,1196), which is no status; `of` is what has it."""

    of: str
    code: str
    meaning: str
    clause: str
    unverified: bool


class StatusCode(Entry, frozen=True, kw_only=True, tag_field="kind", tag="status"):
    """A status code or range and all that it means, in the services that were asked for.

    `status_class` is that of the value alone (PS3.7 Annex C), `assignable` whether Service Classes and implementations
    may give it a meaning. Without `meanings` the standard gives it none in those services.
    """

    code: str
    dimse: str
    service_class: str
    status_class: str
    assignable: bool
    meanings: tuple[_statuses.Status, ...]
    reasons: tuple[Reason, ...]


class _Asked(NamedTuple):
    low: int
    high: int
    dimse: str
    service_class: str

    @property
    def code(self) -> str:
        """As the standard writes it, with `x` for any digit, if it has a form for it."""
        for digits in range(4):
            if self.low ^ self.high == 16**digits - 1 and self.low % 16**digits == 0:
                return f"{self.low:04X}"[: 4 - digits] + "x" * digits
        return f"{self.low:04X}-{self.high:04X}"


def _hits() -> Iterator[Hit]:
    hits: dict[str, Hit] = {}
    for status in _all():
        hit = _hit(status)
        known = hits.get(hit.id)
        if known is None:
            hits[hit.id] = hit
        elif hit.name not in known.name.split("; "):
            # The same code for several SOP Classes or operations of a Service Class.
            name, note = f"{known.name}; {hit.name}", known.note.partition(" (")[0]
            unverified = known.unverified or hit.unverified
            hits[hit.id] = structs.replace(known, name=name, note=note, unverified=unverified)
    yield from hits.values()


def _hit(status: statuses.Status) -> Hit:
    code = status.code
    words = (code, status.dimse, *((status.service_class,) if status.service_class else ()))
    facets: dict[str, tuple[str, ...]] = {
        "dimse": (status.dimse,),
        "service-class": (status.service_class,) if status.service_class else (),
        "status-class": (status.status_class.value,),
    }
    limit = f" ({status.applies_to})" if status.applies_to else ""
    note = f"{status.status_class.value}{limit}"
    return Hit("status", " ".join(words), status.meaning, (), note, False, status.unverified, facets)


def _all() -> Iterator[statuses.Status]:
    for dimse in statuses.dimse_services():
        seen = set()
        for service_class in service_classes.service_classes():
            for status in statuses.statuses_of(dimse, service_class):
                if status not in seen:
                    seen.add(status)
                    yield status


def _find(text: str) -> Iterator[tuple[str, bool]]:
    asked = _asked(text)
    if asked is not None:
        words = " ".join(word for word in (asked.code, asked.dimse, asked.service_class) if word)
        yield words, True


def _asked(text: str) -> _Asked | None:
    """A code, and a DIMSE service, Service Class or SOP Class beside it if there are other words."""
    words = text.split()
    codes = [word for word in words if _CODE.fullmatch(word)]
    if len(codes) != 1:
        return None
    try:
        low, high = statuses.parse_code(codes[0])
    except ValueError:
        return None
    if statuses.class_of(low) is None:
        return None
    dimse = [word for word in words if word.upper() in statuses.dimse_services()]
    rest = " ".join(word for word in words if word not in (*codes, *dimse))
    service_class = _service_class(rest) if rest else ""
    if service_class is None or len(dimse) > 1:
        return None
    return _Asked(low, high, dimse[0].upper() if dimse else "", service_class)


def _service_class(text: str) -> str | None:
    form = spelled(text)
    for name in service_classes.service_classes():
        if form in (spelled(name), spelled(f"{name} Service Class")):
            return name
    sop_class = uids.find(text, uids.SOP_CLASSES)
    use = service_classes.service_of(sop_class.uid) if sop_class is not None else None
    return use.service_class if use is not None else None


def _show(key: str) -> StatusCode:
    asked = _asked(key)
    assert asked is not None
    kind = statuses.class_of(asked.low)
    fitting = tuple(_statuses.record(status) for status in _all() if _fits(status, asked))
    return StatusCode(
        id=key,
        name=key,
        code=asked.code,
        dimse=asked.dimse,
        service_class=asked.service_class,
        status_class=kind.value if kind is not None else "",
        assignable=statuses.is_assignable(asked.low),
        meanings=fitting,
        reasons=() if asked.dimse or asked.service_class else tuple(_reasons(asked)),
        sources=(*_statuses.sources(), source("Classes of codes", "PS3.7 Annex C", general_statuses.EDITION)),
        known_holes=reasons.KNOWN_HOLES,
    )


def _reasons(asked: _Asked) -> Iterator[Reason]:
    for one in statuses.FAILURE_REASONS:
        if asked.low <= one.code <= asked.high:
            yield Reason("Storage Commitment", f"{one.code:04X}", one.meaning, one.clause, False)
    for of, known in (
        ("Media Creation Management", reasons.MEDIA_CREATION_FAILURES),
        ("Store transaction of the web", reasons.WEB_STORE_FAILURES),
        ("Store transaction of the web, warning", reasons.WEB_STORE_WARNINGS),
    ):
        for reason in known:
            if reason.low <= asked.high and reason.high >= asked.low:
                yield Reason(of, reason.code, reason.meaning, reason.clause, reason.unverified)


def _fits(status: statuses.Status, asked: _Asked) -> bool:
    return (
        status.low <= asked.high
        and status.high >= asked.low
        and asked.dimse in ("", status.dimse)
        and (not asked.service_class or status.service_class in ("", asked.service_class))
    )


def _sections(entry: StatusCode) -> Iterator[Section]:
    allowed = "Service Classes and implementations" if entry.assignable else "the standard alone (PS3.7)"
    class_of_value = Fact("Class of the value", f"{entry.status_class} (PS3.7 Annex C)")
    yield Section("Code", facts=(class_of_value, Fact("Given a meaning by", allowed)))
    if entry.meanings:
        yield Section("Meaning", table=_statuses.as_table(entry.meanings, service_class=True))
    else:
        yield Section("Meaning", remarks=(_without(entry),))
    fields = [(m.code, m.dimse, m.service_class or "any", ", ".join(m.related_fields)) for m in entry.meanings]
    fields = [row for row in fields if row[-1]]
    if fields:
        yield Section("Fields that may come with it", table=table(("code", "DIMSE", "Service Class", "fields"), fields))
    if entry.reasons:
        rows = [(r.of, r.code, marked(r.meaning, unverified=r.unverified), r.clause) for r in entry.reasons]
        title = "As Failure Reason (0008,1197) or Warning Reason (0008,1196)"
        yield Section(title, table=table(("of", "code", "meaning", "clause"), rows))


def _without(entry: StatusCode) -> str:
    where = " ".join(word for word in (entry.dimse, entry.service_class) if word)
    return f"The standard gives it none{f' in {where}' if where else ''}."


KIND = Kind(
    key="status",
    noun="Status Code",
    plural="Status Codes",
    entry=StatusCode,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
)
