"""Why an Association was rejected or aborted, or a Presentation Context refused: the codes of PDUs (PS3.8 9.3)."""

from __future__ import annotations

from typing import NamedTuple

EDITION = "2024c"
"""The edition that the codes were compared with; every implementation has them, so they do not change."""


class Code(NamedTuple):
    """A value of a field of a PDU and its name as PS3.8 writes it."""

    value: int
    name: str
    clause: str


class Reason(NamedTuple):
    """A Reason/Diag. of a PDU, which means something only together with the value of its field Source."""

    source: int
    value: int
    name: str
    clause: str


_REJECT = "PS3.8 Table 9-21"
_ABORT = "PS3.8 Table 9-26"
_CONTEXT = "PS3.8 9.3.3.2"

REJECT_RESULTS = (
    Code(1, "rejected-permanent", _REJECT),
    Code(2, "rejected-transient", _REJECT),
)
REJECT_SOURCES = (
    Code(1, "DICOM UL service-user", _REJECT),
    Code(2, "DICOM UL service-provider (ACSE related function)", _REJECT),
    Code(3, "DICOM UL service-provider (Presentation related function)", _REJECT),
)
# The values that are not here are reserved.
REJECT_REASONS = (
    Reason(1, 1, "no-reason-given", _REJECT),
    Reason(1, 2, "application-context-name-not-supported", _REJECT),
    Reason(1, 3, "calling-AE-title-not-recognized", _REJECT),
    Reason(1, 7, "called-AE-title-not-recognized", _REJECT),
    Reason(2, 1, "no-reason-given", _REJECT),
    Reason(2, 2, "protocol-version-not-supported", _REJECT),
    Reason(3, 1, "temporary-congestion", _REJECT),
    Reason(3, 2, "local-limit-exceeded", _REJECT),
)
ABORT_SOURCES = (
    Code(0, "DICOM UL service-user", _ABORT),
    Code(2, "DICOM UL service-provider", _ABORT),
)
# Only the provider gives reasons: the field is not significant when the user aborts.
ABORT_REASONS = (
    Reason(2, 0, "reason-not-specified", _ABORT),
    Reason(2, 1, "unrecognized-PDU", _ABORT),
    Reason(2, 2, "unexpected-PDU", _ABORT),
    Reason(2, 4, "unrecognized-PDU parameter", _ABORT),
    Reason(2, 5, "unexpected-PDU parameter", _ABORT),
    Reason(2, 6, "invalid-PDU-parameter value", _ABORT),
)
PRESENTATION_CONTEXT_RESULTS = (
    Code(0, "acceptance", _CONTEXT),
    Code(1, "user-rejection", _CONTEXT),
    Code(2, "no-reason (provider rejection)", _CONTEXT),
    Code(3, "abstract-syntax-not-supported (provider rejection)", _CONTEXT),
    Code(4, "transfer-syntaxes-not-supported (provider rejection)", _CONTEXT),
)


def reject_result(value: int) -> Code | None:
    """The Result of an A-ASSOCIATE-RJ PDU; None for a value that is reserved."""
    return _code(REJECT_RESULTS, value)


def reject_source(value: int) -> Code | None:
    """The Source of an A-ASSOCIATE-RJ PDU: who rejected the Association; None for a value that is reserved."""
    return _code(REJECT_SOURCES, value)


def reject_reason(source: int, value: int) -> Reason | None:
    """The Reason/Diag. of an A-ASSOCIATE-RJ PDU from a source; None for a pair of values that is reserved."""
    return _reason(REJECT_REASONS, source, value)


def abort_source(value: int) -> Code | None:
    """The Source of an A-ABORT PDU: who aborted the Association; None for a value that is reserved."""
    return _code(ABORT_SOURCES, value)


def abort_reason(source: int, value: int) -> Reason | None:
    """The Reason/Diag. of an A-ABORT PDU from a source; None if it is reserved, or not significant (source 0)."""
    return _reason(ABORT_REASONS, source, value)


def presentation_context_result(value: int) -> Code | None:
    """The Result/Reason of a Presentation Context in an A-ASSOCIATE-AC PDU; None for any other value."""
    return _code(PRESENTATION_CONTEXT_RESULTS, value)


def _code(codes: tuple[Code, ...], value: int) -> Code | None:
    return next((code for code in codes if code.value == value), None)


def _reason(reasons: tuple[Reason, ...], source: int, value: int) -> Reason | None:
    return next((reason for reason in reasons if (reason.source, reason.value) == (source, value)), None)
