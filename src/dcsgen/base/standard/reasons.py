"""Reasons that are no status of a response: Failure Reason (0008,1197) and Warning Reason (0008,1196) beside Storage
Commitment's, which are in `statuses`.
"""

from __future__ import annotations

from typing import NamedTuple

KNOWN_HOLES = (
    "Failure reasons of media creation (PS3.3 C.22.1.4) were seen up to 0205; later ones are not included.",
    "Which warning reasons of a web store PS3.18 I.2 numbers was seen in the example of PS3.2 J.4.2 only.",
)


class Reason(NamedTuple):
    """A value, or a range of them with `x` for any hexadecimal digit; both bounds are included."""

    code: str
    low: int
    high: int
    meaning: str
    clause: str
    unverified: bool = False


def _reason(code: str, meaning: str, clause: str, *, unverified: bool = False) -> Reason:
    return Reason(code, int(code.replace("x", "0"), 16), int(code.replace("x", "F"), 16), meaning, clause, unverified)


_MEDIA = "PS3.3 C.22.1.4"
_STORE = "PS3.18 Table I.2-2"
_STORE_WARNING = "PS3.18 I.2.1"

MEDIA_CREATION_FAILURES = (
    _reason("0110", "Processing failure", _MEDIA),
    _reason("0112", "No such object instance", _MEDIA),
    _reason("0119", "Class/Instance conflict", _MEDIA),
    _reason("0122", "Referenced SOP Class not supported", _MEDIA),
    _reason("0201", "Media Application Profiles conflict", _MEDIA),
    _reason("0202", "Media Application Profile/Instance conflict", _MEDIA),
    _reason("0203", "Media Application Profile/Compression conflict", _MEDIA),
    _reason("0204", "Media Application Profile not supported", _MEDIA),
    _reason("0205", "Instance size exceeded", _MEDIA),
)
"""Failure Reason of Media Creation Management; an implementation may add its own, as they are Defined Terms."""

WEB_STORE_FAILURES = (
    _reason("0110", "Processing failure", _STORE),
    _reason("0122", "Referenced SOP Class not supported", _STORE),
    _reason("A7xx", "Refused: Out of resources", _STORE),
    _reason("A9xx", "Error: Data Set does not match SOP Class", _STORE),
    _reason("C122", "Referenced Transfer Syntax not supported", _STORE),
    _reason("Cxxx", "Error: Cannot understand", _STORE),
)
"""Failure Reason of the Store transaction of the Studies Service; an implementation may add its own."""

WEB_STORE_WARNINGS = (
    _reason("B000", "Coercion of Data Elements", _STORE_WARNING, unverified=True),
    _reason("B006", "Elements discarded", _STORE_WARNING, unverified=True),
    _reason("B007", "Data Set does not match SOP Class", _STORE_WARNING, unverified=True),
)
"""Warning Reason of the Store transaction of the Studies Service; an implementation may add its own."""


def find(code: int, reasons: tuple[Reason, ...]) -> Reason | None:
    """What a code means among some reasons, by the narrowest range that holds it; None if it is not among them."""
    fitting = [reason for reason in reasons if reason.low <= code <= reason.high]
    return min(fitting, key=lambda reason: reason.high - reason.low, default=None)
