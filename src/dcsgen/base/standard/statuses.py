"""Status codes of DIMSE responses: which ones a service may return, what they mean, and how people write them.

The tables are `general_statuses` (PS3.7), `composite_statuses` and `normalized_statuses` (PS3.4), each with its
edition. Not a status is Failure Reason (0008,1197) of Storage Commitment, which is here too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dcsgen.base.standard import composite_statuses, normalized_statuses
from dcsgen.base.standard.general_statuses import ASSIGNABLE, CONVENTION, GENERAL, RETURNED_BY
from dcsgen.base.standard.status_table import EDITION as EDITION
from dcsgen.base.standard.status_table import Table
from dcsgen.base.words import StatusClass

_CODE = re.compile("(?:0X)?([0-9A-F]{1,4}X{0,3})H?")

# The Service Class that a DIMSE service is for in the first place; the DIMSE-N services have none.
_USUAL = {
    "C-STORE": "Storage",
    "C-FIND": "Query/Retrieve",
    "C-MOVE": "Query/Retrieve",
    "C-GET": "Query/Retrieve",
    "C-ECHO": "Verification",
}


class Status(NamedTuple):
    """A status, or a range of them, that a DIMSE service may return.

    `code` is as the standard writes it, `A700` or `A7xx`; `low` and `high` are its bounds, both included.
    `related_fields` are the keywords of the Command Elements that may come with it. `service_class` is empty for what
    PS3.7 gives to every Service Class. `applies_to` names the SOP Class (keyword) or the operation that a status is
    limited to; empty if there is no such limit. `unverified` says that no text of the standard was seen for it.
    """

    code: str
    low: int
    high: int
    status_class: StatusClass
    meaning: str
    related_fields: tuple[str, ...]
    clause: str
    dimse: str
    service_class: str = ""
    applies_to: str = ""
    unverified: bool = False


class FailureReason(NamedTuple):
    """A value of Failure Reason (0008,1197) in the result of Storage Commitment."""

    code: int
    meaning: str
    clause: str = "PS3.3 C.14.1.1"


FAILURE_REASONS = (
    FailureReason(0x0110, "Processing failure"),
    FailureReason(0x0112, "No such object instance"),
    FailureReason(0x0119, "Class/Instance conflict"),
    FailureReason(0x0122, "Referenced SOP Class not supported"),
    FailureReason(0x0131, "Duplicate transaction UID"),
    FailureReason(0x0213, "Resource limitation"),
)


def dimse_services() -> tuple[str, ...]:
    """The names of all DIMSE services that return a status, e.g. `C-STORE`."""
    return tuple(RETURNED_BY)


@cache
def statuses_of(dimse: str, service_class: str = "") -> tuple[Status, ...]:
    """The statuses that a DIMSE service may return: those of the Service Class first, then those of PS3.7.

    Without a Service Class, the usual one is meant: Storage for C-STORE, Query/Retrieve for C-FIND, C-MOVE and C-GET;
    the DIMSE-N services have no usual one. Service Classes without statuses of their own, private ones too, have
    those of PS3.7. What a Service Class says about a code of PS3.7 for all its SOP Classes replaces that. KeyError if
    there is no such DIMSE service.
    """
    clause, codes = RETURNED_BY[dimse]
    own = _own_statuses(dimse, service_class or _USUAL.get(dimse, ""))
    replaced = {status.code for status in own if not status.applies_to}
    return own + tuple(_general(code, dimse, clause) for code in codes.split() if code not in replaced)


def find_status(code: int, dimse: str, service_class: str = "") -> Status | None:
    """What a code means in the response of a DIMSE service, by the narrowest range that holds it.

    None if neither the Service Class nor PS3.7 gives it a meaning; `class_of` may still know its class. KeyError if
    there is no such DIMSE service.
    """
    fitting = [status for status in statuses_of(dimse, service_class) if status.low <= code <= status.high]
    return min(fitting, key=lambda status: status.high - status.low, default=None)


def own_ranges(dimse: str, service_class: str = "") -> tuple[Status, ...]:
    """The ranges from which an implementation picks codes of its own, e.g. `A7xx`, `A9xx` and `Cxxx` of Storage.

    It may only say more than the meaning of the range, never something else (PS3.4 B.2.3). KeyError if there is no
    such DIMSE service.
    """
    return tuple(status for status in statuses_of(dimse, service_class) if status.low < status.high)


def class_of(code: int) -> StatusClass | None:
    """The class that a code has by its value alone (PS3.7 Annex C); None for a code that nobody may use."""
    return next((kind for low, high, kind in CONVENTION if low <= code <= high), None)


def is_assignable(code: int) -> bool:
    """Whether PS3.7 Annex C leaves the meaning of a code to Service Classes and implementations: Axxx, Bxxx, Cxxx."""
    return any(low <= code <= high for low, high in ASSIGNABLE)


def parse_code(text: str) -> tuple[int, int]:
    """The lowest and highest code of `A700`, `A7xx`, `A700-A7FF`, `0xA710` or `A710H`; both are included.

    Case and spaces do not count. ValueError for anything else, and for a range that runs backwards.
    """
    first, dash, last = "".join(text.split()).upper().replace("–", "-").partition("-")
    low, high = _bounds(first, text)
    if dash:
        high = _bounds(last, text)[1]
    if low > high:
        raise ValueError(f"the range of status codes {text!r} runs backwards")
    return low, high


def _bounds(code: str, text: str) -> tuple[int, int]:
    match = _CODE.fullmatch(code)
    digits = match[1] if match else ""
    if len(digits) != 4:
        raise ValueError(f"{text!r} is no status code, such as A700, A7xx for any digits, or A700-A7FF")
    return int(digits.replace("X", "0"), 16), int(digits.replace("X", "F"), 16)


def _own_statuses(dimse: str, service_class: str) -> tuple[Status, ...]:
    return tuple(
        Status(
            row.code,
            *parse_code(row.code),
            row.status_class,
            row.meaning,
            row.related_fields,
            table.clause,
            dimse,
            service_class,
            table.applies_to,
            row.unverified,
        )
        for table in _tables()
        if table.dimse == dimse and service_class in table.service_classes
        for row in table.rows
    )


def _general(code: str, dimse: str, clause: str) -> Status:
    number = int(code, 16)
    general = GENERAL[number]
    return Status(code, number, number, general.status_class, general.meaning, general.related_fields, clause, dimse)


def _tables() -> tuple[Table, ...]:
    return composite_statuses.TABLES + normalized_statuses.TABLES
