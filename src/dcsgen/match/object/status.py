"""The status codes of a receiver: what is returned for what, and what a code means there."""

from __future__ import annotations

from typing import NamedTuple

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import Cause
from dcsgen.base.place import Path
from dcsgen.base.standard.statuses import class_of, find_status, parse_code
from dcsgen.base.words import StatusClass
from dcsgen.model import AttributeMapping, Capability, MappedAttribute, Service, Status

SUCCESS = "0000"
"""The one code of success (PS3.7 Annex C.1)."""

_OUTCOMES = {
    StatusClass.SUCCESS: Outcome.WORKS,
    StatusClass.WARNING: Outcome.LOSS,
    StatusClass.FAILURE: Outcome.FAILS,
}


class Meaning(NamedTuple):
    """What a code stands for at a receiver, and where it says so; only the class if it does not list the code."""

    status_class: StatusClass | None
    meaning: str = ""
    row: Path = ()


class Said(NamedTuple):
    """A status code that is returned for something, and the path that says it; both empty if nothing does."""

    code: str = ""
    path: Path = ()


class Statuses:
    """The codes of one service and its mapping."""

    def __init__(self, capability: Capability, key: str, service: Service, name: str, mapping: AttributeMapping | None):
        self._lists: list[tuple[Path, dict[str, Status]]] = [(("services", key, "statuses"), service.statuses)]
        table = capability.status_tables.get(service.status_table)
        if table is not None:
            self._lists.append((("status_tables", service.status_table, "statuses"), table.statuses))
        self._path: Path = ("attribute_mappings", name)
        self._general = mapping.statuses if mapping is not None else None
        self.stated = any(statuses for _, statuses in self._lists)

    def meaning(self, code: str) -> Meaning:
        """What a code means: by the row of the receiver that has it, else its class by the standard."""
        number, _ = parse_code(code)
        rows = [
            (high - low, (*path, written), status)
            for path, statuses in self._lists
            for written, status in statuses.items()
            for low, high in _bounds(written)
            if low <= number <= high
        ]
        if rows:
            # A code of its own goes before a range.
            _, path, status = min(rows, key=lambda row: row[0])
            words = ": ".join(filter(None, (status.meaning, status.further_meaning)))
            return Meaning(status.class_, words, path)
        found = find_status(number, "C-STORE", "Storage")
        return Meaning(found.status_class if found is not None else class_of(number))

    def outcome(self, code: str) -> Outcome:
        """What a code says about the object."""
        status_class = self.meaning(code).status_class
        return _OUTCOMES.get(status_class, Outcome.CANNOT_TELL) if status_class is not None else Outcome.CANNOT_TELL

    def general(self, cause: str) -> Said:
        """What the mapping says about a cause for all Attributes."""
        code = getattr(self._general, cause, "")
        return Said(code, (*self._path, "statuses", cause)) if code else Said()

    def returned(self, cause: Cause, row: MappedAttribute, at: Path) -> Said:
        """The code for something that is wrong with an Attribute; `at` is the path of its row.

        A row whose values are not limited in any way can only mean that the Attribute is missing.
        """
        own = Said(row.status, (*at, "status")) if row.status else Said()
        if cause in (Cause.NOT_ACCEPTED, Cause.OUT_OF_RANGE):
            return own if own.code else self.general(Cause.NOT_ACCEPTED)
        general = self.general(cause)
        limited = row.constraint or row.values or row.range is not None
        if not general.code and cause in (Cause.ABSENT, Cause.EMPTY) and not limited:
            return own
        return general


def _bounds(code: str) -> list[tuple[int, int]]:
    try:
        return [parse_code(code)]
    except ValueError:
        return []
