"""What becomes of each Attribute of an object by an attribute mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import structs

from dcsgen.base.data_set import DataElement, DataSet, Spot, spots
from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import AttributeFate, Cause, Fate, Trouble
from dcsgen.base.place import Path
from dcsgen.base.words import NeededIn, Use
from dcsgen.match.object.checking import Complaint, complaints, longest, translated
from dcsgen.match.object.conversion import converted
from dcsgen.match.object.peers import Peer, sources
from dcsgen.match.object.status import Statuses
from dcsgen.model import MappedAttribute, Target

_MISSING = {
    Cause.ABSENT: "the status for a mandatory Attribute that is absent",
    Cause.EMPTY: "the status for a mandatory Attribute that is empty",
    Cause.NOT_ACCEPTED: "what becomes of an object with a value that is not accepted",
    Cause.OUT_OF_RANGE: "what becomes of an object with a value out of range",
    Cause.TOO_LONG: "the status for a value that is too long",
    Cause.TRUNCATED: "the status for a value that is truncated",
    Cause.NOT_TRANSLATED: "what becomes of a value that the AE-specific mapping does not list",
}
"""What is not stated where no status is."""

_WITHOUT_STATUS = {Cause.ABSENT: Outcome.FAILS, Cause.EMPTY: Outcome.FAILS, Cause.TRUNCATED: Outcome.LOSS}
"""What a cause means by its word alone: a mandatory Attribute must be there, what is truncated is stored."""


class Row(NamedTuple):
    """An Attribute of the mapping: the name of its Module, its dotted path there, and where it stands."""

    module: str
    path: str
    attribute: MappedAttribute
    at: Path


class Source(NamedTuple):
    """Another Attribute that is read for the calling AE Title, and where that is said; empty if there is none."""

    attribute: str
    at: Path


class Reading(NamedTuple):
    """What is read for a row at one spot: the Data Element of it, or of the source that the calling AE has.

    `several` counts sources of which nobody says which one is meant.
    """

    element: DataElement | None
    path: str
    several: int = 0


class Reader:
    """Looks up what one object has for the rows of a mapping."""

    def __init__(
        self, data_set: DataSet, statuses: Statuses, peer: Peer, creators: Mapping[str, str], *, reveal: bool
    ) -> None:
        self._data_set, self._statuses, self._peer = data_set, statuses, peer
        self._creators, self._reveal = creators, reveal

    def spots(self, row: Row) -> Iterator[Spot]:
        """Where the Attribute of a row is, or could be."""
        return spots(self._data_set, row.path, self._creators)

    def source(self, row: Row) -> Source:
        """What is read instead of the Attribute of a row."""
        target, at = self._peer.target(row.path)
        return Source(target.source if target is not None else "", at)

    def fate(self, row: Row, spot: Spot) -> AttributeFate | None:
        """What becomes of the Attribute at a spot; None if it is lawfully absent and nothing stands for it."""
        target, peer_row = self._peer.target(row.path)
        reading = self._reading(spot, target)
        element = reading.element
        values = element.values if element is not None else ()
        troubles = list(self._absence(row, spot, reading, target))
        if not troubles and element is not None:
            values, found = self._complaints(row.attribute, element, target)
            troubles = [self._trouble(row, one, peer_row) for one in found]
        there = element is not None and element.has_value
        default = row.attribute.default if not there and not troubles and _is_needed(row.attribute, spot) else ""
        if element is None and not troubles and not default:
            return None
        fate = _fate(row.attribute, element, troubles, default)
        return structs.replace(
            self._described(row, spot, reading, target),
            fate=fate,
            stored=(default,) if default else self._stored(row.attribute, element, values, target, fate),
            troubles=tuple(troubles),
            peer_row=peer_row,
        )

    def _reading(self, spot: Spot, target: Target | None) -> Reading:
        if target is None or not target.source:
            return Reading(spot.element, spot.path if spot.element is not None else "")
        found = sources(self._data_set, spot, target.source, self._creators)
        filled = [one for one in found if one.element is not None and one.element.has_value]
        first = next(iter([*filled, *(one for one in found if one.element is not None)]), None)
        if first is None:
            return Reading(None, "")
        return Reading(first.element, first.path, len(filled) if len(filled) > 1 else 0)

    def _absence(self, row: Row, spot: Spot, reading: Reading, target: Target | None) -> Iterator[Trouble]:
        """A mandatory Attribute that is not there, or has no value; or one of which nobody knows which it is."""
        attribute, element = row.attribute, reading.element
        if reading.several and target is not None:
            yield Trouble(
                cause=Cause.SOURCE_NOT_CLEAR,
                outcome=Outcome.CANNOT_TELL,
                message=f"is read from {target.source}, which {reading.several} Items have",
                said_by=(*self._peer.target(row.path)[1], "source"),
                missing=f"which of the Items of {target.source} is read",
            )
        needed = attribute.use is Use.MANDATORY and _is_needed(attribute, spot)
        # A later Item may leave it out, but what is there must have a value.
        if attribute.use is Use.MANDATORY and element is not None and not element.has_value:
            cause, words = Cause.EMPTY, "is empty, and mandatory"
            if element.is_sequence:
                cause, words = Cause.ABSENT, "has no Items, and is mandatory"
        elif needed and element is None:
            where = f" (read from {target.source} for this calling AE Title)" if target and target.source else ""
            cause, words = Cause.ABSENT, f"is absent{where}, and mandatory"
        else:
            return
        yield self._trouble(row, Complaint(cause, words), ())

    def _complaints(
        self, row: MappedAttribute, element: DataElement, target: Target | None
    ) -> tuple[tuple[str, ...], list[Complaint]]:
        if element.is_sequence or element.bulk:
            return element.values, []
        values, wrong = translated(
            element.values, target.values if target is not None else {}, element.vr, reveal=self._reveal
        )
        if wrong is not None:
            return values, [wrong]
        return values, list(complaints(row, values, element.vr, reveal=self._reveal))

    def _trouble(self, row: Row, complaint: Complaint, peer_row: Path) -> Trouble:
        cause = complaint.cause
        stated = self._statuses.returned(cause, row.attribute, row.at)
        if stated.code:
            outcome = self._statuses.outcome(stated.code)
        elif cause is Cause.TOO_LONG and row.attribute.too_long is not None:
            outcome = Outcome.FAILS
        else:
            outcome = _WITHOUT_STATUS.get(cause, Outcome.CANNOT_TELL)
        missing = "" if stated.code else _MISSING[cause]
        if cause is Cause.TOO_LONG and row.attribute.too_long is None:
            # What a status is for is not said where nobody says what happens.
            stated, outcome = stated._replace(code="", path=()), Outcome.CANNOT_TELL
            missing = "whether a value that is too long is truncated or rejected"
        said_by = stated.path or (peer_row if cause is Cause.NOT_TRANSLATED else row.at)
        return Trouble(
            cause=cause,
            outcome=outcome,
            message=complaint.words,
            status=stated.code.upper(),
            said_by=said_by,
            missing=missing,
        )

    def _stored(
        self,
        row: MappedAttribute,
        element: DataElement | None,
        values: tuple[str, ...],
        target: Target | None,
        fate: Fate,
    ) -> tuple[str, ...]:
        if not self._reveal or element is None or fate not in (Fate.USED, Fate.TRUNCATED):
            return ()
        if row.conversion:
            made = [converted(value, row.conversion, row.unit, row.values) for value in values]
            return tuple(one for one in made if one is not None) if None not in made else ()
        if fate is Fate.TRUNCATED and len(row.field) == 1 and row.length is not None:
            return tuple(value[: row.length] for value in values)
        return values if target is not None and target.values else ()

    def _described(self, row: Row, spot: Spot, reading: Reading, target: Target | None) -> AttributeFate:
        attribute, element = row.attribute, reading.element
        overwrite = attribute.overwrite
        return AttributeFate(
            path=spot.path,
            fate=Fate.USED,
            module=row.module,
            item=item_of(spot),
            name=attribute.name,
            tag=attribute.tag,
            vr=element.vr if element is not None and element.vr else attribute.vr,
            creator=element.creator if element is not None else "",
            use=attribute.use.value,
            fields=target.field if target is not None and target.field else attribute.field,
            count=len(element.values) if element is not None else 0,
            length=longest(attribute, element.values, element.vr) if element is not None else 0,
            items=len(element.items) if element is not None else 0,
            values=element.values if element is not None and self._reveal else (),
            conversion=attribute.conversion,
            unit=attribute.unit,
            overwrite=overwrite.value if overwrite is not None else "",
            condition=attribute.constraint,
            otherwise=attribute.otherwise,
            remark=" ".join(filter(None, (attribute.remark, target.remark if target is not None else ""))),
            source=target.source if target is not None else "",
            read=reading.path,
            row=row.at,
        )


def without_row(
    spot: Spot, element: DataElement, fate: Fate, module: str, *, reveal: bool, remark: str = "", row: Path = ()
) -> AttributeFate:
    """The fate of a Data Element that no row of a mapping reads."""
    return AttributeFate(
        path=spot.path,
        fate=fate,
        module=module,
        item=item_of(spot),
        name=element.name,
        tag=element.tag,
        vr=element.vr,
        creator=element.creator,
        use=Use.IGNORED.value if fate is Fate.IGNORED else "",
        count=len(element.values),
        length=max(map(len, element.values), default=element.length if element.bulk else 0),
        items=len(element.items),
        values=element.values if reveal else (),
        remark=remark,
        row=row,
    )


def _is_needed(row: MappedAttribute, spot: Spot) -> bool:
    """Whether an Item that lacks the Attribute does not keep the value of the one before."""
    return row.needed_in is not NeededIn.FIRST_ITEM or not spot.above or spot.above[-1].item == 1


def item_of(spot: Spot) -> str:
    """The Item in which a spot is; empty for the object itself."""
    return spot.path.rpartition(".")[0]


def _fate(row: MappedAttribute, element: DataElement | None, troubles: list[Trouble], default: str) -> Fate:
    if troubles:
        worst = max(troubles, key=lambda one: one.outcome.rank)
        if worst.outcome is Outcome.FAILS:
            return Fate.REFUSED
        if worst.outcome is Outcome.CANNOT_TELL:
            return Fate.CANNOT_TELL
        if worst.outcome is Outcome.LOSS:
            return Fate.TRUNCATED if worst.cause is Cause.TRUNCATED else Fate.NOT_TAKEN
    if default:
        return Fate.DEFAULTED
    if element is None or not element.has_value:
        return Fate.EMPTY
    return Fate.USED if row.field or element.is_sequence else Fate.CHECKED
