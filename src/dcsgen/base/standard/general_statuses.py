"""The statuses that PS3.7 gives to the DIMSE services themselves: their codes (Annex C) and who may return them.

Every Service Class has these beside its own, which are in `status_rows`. Their meanings may not be changed by a
Service Class or an implementation.
"""

from __future__ import annotations

from typing import NamedTuple

from dcsgen.base.words import StatusClass

EDITION = "2020c"

SUCCESS, WARNING, FAILURE = StatusClass.SUCCESS, StatusClass.WARNING, StatusClass.FAILURE
CANCEL, PENDING = StatusClass.CANCEL, StatusClass.PENDING


class General(NamedTuple):
    """A status of PS3.7 Annex C; `related_fields` are the keywords of the Command Elements that may come with it."""

    status_class: StatusClass
    meaning: str
    clause: str
    related_fields: tuple[str, ...] = ()


_CLASS, _INSTANCE = "AffectedSOPClassUID", "AffectedSOPInstanceUID"

GENERAL = {
    0x0000: General(SUCCESS, "Success", "PS3.7 C.1.1"),
    0x0105: General(FAILURE, "No such Attribute", "PS3.7 C.5.17", ("AttributeIdentifierList",)),
    0x0106: General(FAILURE, "Invalid Attribute Value", "PS3.7 C.5.11"),
    0x0107: General(WARNING, "Attribute list error", "PS3.7 C.4.2", (_CLASS, _INSTANCE, "AttributeIdentifierList")),
    0x0110: General(FAILURE, "Processing failure", "PS3.7 C.5.21", (_CLASS, "ErrorComment", "ErrorID", _INSTANCE)),
    0x0111: General(FAILURE, "Duplicate SOP Instance", "PS3.7 C.5.8", (_INSTANCE,)),
    0x0112: General(FAILURE, "No such SOP Instance", "PS3.7 C.5.19", (_INSTANCE,)),
    0x0113: General(FAILURE, "No such Event Type", "PS3.7 C.5.18", (_CLASS, "EventTypeID")),
    0x0114: General(FAILURE, "No such argument", "PS3.7 C.5.16", (_CLASS, "EventTypeID", "ActionTypeID")),
    0x0115: General(
        FAILURE, "Invalid argument value", "PS3.7 C.5.10", (_CLASS, _INSTANCE, "EventTypeID", "ActionTypeID")
    ),
    0x0116: General(WARNING, "Attribute Value out of range", "PS3.7 C.4.3"),
    0x0117: General(FAILURE, "Invalid SOP Instance", "PS3.7 C.5.12", (_INSTANCE,)),
    0x0118: General(FAILURE, "No such SOP Class", "PS3.7 C.5.20", (_CLASS,)),
    0x0119: General(FAILURE, "Class-Instance conflict", "PS3.7 C.5.7", (_CLASS, _INSTANCE)),
    0x0120: General(FAILURE, "Missing Attribute", "PS3.7 C.5.13", ("AttributeIdentifierList",)),
    0x0121: General(FAILURE, "Missing Attribute Value", "PS3.7 C.5.14"),
    0x0122: General(FAILURE, "Refused: SOP Class not supported", "PS3.7 C.5.6", ("ErrorComment",)),
    0x0123: General(FAILURE, "No such Action Type", "PS3.7 C.5.24", (_CLASS, "ActionTypeID")),
    0x0124: General(FAILURE, "Refused: Not authorized", "PS3.7 C.5.25", ("ErrorComment",)),
    0x0210: General(FAILURE, "Duplicate invocation", "PS3.7 C.5.9"),
    0x0211: General(FAILURE, "Unrecognized operation", "PS3.7 C.5.23"),
    0x0212: General(FAILURE, "Mistyped argument", "PS3.7 C.5.15"),
    0x0213: General(FAILURE, "Resource limitation", "PS3.7 C.5.22"),
    0xFE00: General(CANCEL, "Cancel", "PS3.7 C.3.1"),
}

RETURNED_BY = {
    # DIMSE service: the clause that lists its statuses, and those of them that have a fixed code.
    "C-STORE": ("PS3.7 9.1.1.1.9", "0000 0117 0122 0124 0210 0211 0212"),
    "C-FIND": ("PS3.7 9.1.2.1.6", "0000 0122 FE00"),
    "C-GET": ("PS3.7 9.1.3.1.6", "0000 0122 0124 0210 0211 0212 FE00"),
    "C-MOVE": ("PS3.7 9.1.4.1.7", "0000 0122 0124 0210 0211 0212 FE00"),
    "C-ECHO": ("PS3.7 9.1.5.1.4", "0000 0122 0210 0211 0212"),
    "N-EVENT-REPORT": ("PS3.7 10.1.1.1.8", "0000 0110 0112 0113 0114 0115 0117 0118 0119 0210 0211 0212 0213"),
    "N-GET": ("PS3.7 10.1.2.1.9", "0000 0107 0110 0112 0117 0118 0119 0124 0210 0211 0212 0213"),
    "N-SET": ("PS3.7 10.1.3.1.9", "0000 0105 0106 0107 0110 0112 0116 0117 0118 0119 0121 0124 0210 0211 0212 0213"),
    "N-ACTION": ("PS3.7 10.1.4.1.10", "0000 0110 0112 0114 0115 0117 0118 0119 0123 0124 0210 0211 0212 0213"),
    "N-CREATE": ("PS3.7 10.1.5.1.6", "0000 0105 0106 0107 0110 0111 0116 0117 0118 0120 0121 0124 0210 0211 0212 0213"),
    "N-DELETE": ("PS3.7 10.1.6.1.7", "0000 0110 0112 0117 0118 0119 0124 0210 0211 0212 0213"),
}

CONVENTION: tuple[tuple[int, int, StatusClass], ...] = (
    # PS3.7 Annex C: which codes there are at all, and their classes; the first line that fits counts.
    (0x0000, 0x0000, SUCCESS),
    (0x0001, 0x0001, WARNING),
    (0x0107, 0x0107, WARNING),
    (0x0116, 0x0116, WARNING),
    (0x0100, 0x02FF, FAILURE),
    (0xA000, 0xAFFF, FAILURE),
    (0xB000, 0xBFFF, WARNING),
    (0xC000, 0xCFFF, FAILURE),
    (0xFE00, 0xFE00, CANCEL),
    (0xFF00, 0xFF01, PENDING),
)

# PS3.7 Annex C: only these may be given a meaning by a Service Class, or by an implementation as that allows.
ASSIGNABLE = ((0xA000, 0xCFFF),)
